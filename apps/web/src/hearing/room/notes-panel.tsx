'use client'

import { useRoom } from './room-context.tsx'
import { NotesPad } from './notes-pad.tsx'

// What is taken down, live for everybody: who writes has the pad, all others read along.
export function NotesPanel() {
  const { view, words, may } = useRoom()
  if (may('write-notes')) return <NotesPad />
  return (
    <div>
      <div
        tabIndex={0}
        role="region"
        aria-label={words.notes.title}
        data-notes
        className="max-h-[55dvh] min-h-24 overflow-y-auto font-song leading-relaxed whitespace-pre-wrap"
      >
        {view.notes.text || <span className="font-sans text-muted">{words.notes.empty}</span>}
      </div>
      <p className="mt-2 text-sm text-muted">{view.notes.isClosed ? words.notes.closed : words.notes.live}</p>
    </div>
  )
}
