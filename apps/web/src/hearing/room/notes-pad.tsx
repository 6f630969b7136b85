'use client'

import { Button } from '@court/ui/button'
import { SavedNote } from '@court/ui/saved-note'
import { Textarea } from '@court/ui/textarea'
import { fill } from '@court/ui/words/fill'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { callHearing } from '../call-hearing.ts'
import { useRoom } from './room-context.tsx'

const pauseMs = 700

// Saved a moment after the last key. When somebody else wrote in between, both texts stay: one's own in the pad, theirs below it, and the
// clerk says which one goes on.
export function NotesPad() {
  const { view, hearing, words, time, say } = useRoom()
  const [text, setText] = useState(view.notes.text)
  const [saved, setSaved] = useState({ text: view.notes.text, version: view.notes.version, at: null as Date | null })
  const [fault, setFault] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<{ text: string; version: number } | null>(null)
  const isSaving = useRef(false)
  const isDirty = text !== saved.text

  // Another hand wrote while nothing waits here: theirs is the text.
  useEffect(() => {
    const { version, text: known } = view.notes
    if (version <= saved.version || isSaving.current) return
    if (!isDirty) {
      setText(known)
      setSaved({ text: known, version, at: null })
    } else if (known !== text) setTheirs({ text: known, version })
  }, [view.notes, saved.version, isDirty, text])

  const save = useEffectEvent(async () => {
    if (isSaving.current) return
    isSaving.current = true
    const answer = await callHearing('writeNotes', { ...hearing.place, text, baseVersion: saved.version })
    isSaving.current = false
    if (answer.ok) {
      setFault(null)
      setSaved({ text, version: answer.value.version, at: new Date() })
    } else {
      setFault(say(answer.reason))
      setSaved((known) => ({ ...known })) // tried again after the next pause
      hearing.reread()
    }
  })
  // Nothing but the text starts the pause anew: a room in which people speak is drawn several times a second.
  useEffect(() => {
    if (!isDirty || theirs) return
    const timer = setTimeout(() => void save(), fault ? pauseMs * 4 : pauseMs)
    return () => clearTimeout(timer)
  }, [text, isDirty, theirs, saved, fault])

  return (
    <div className="space-y-2">
      <label htmlFor="notes-pad" className="sr-only">
        {words.notes.title}
      </label>
      <Textarea
        id="notes-pad"
        rows={12}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="max-h-[55dvh] min-h-64! overflow-y-auto font-song leading-relaxed"
        aria-describedby="notes-saved"
      />
      <div id="notes-saved">
        {fault || isDirty ? (
          <SavedNote state={fault ? 'unsaved' : 'saving'} label={fault ?? words.notes.saving} />
        ) : (
          <SavedNote
            state="saved"
            label={saved.at ? fill(words.notes.saved, { time: time(saved.at) }) : words.notes.allSee}
          />
        )}
      </div>
      {theirs ? (
        <section
          aria-label={words.notes.conflict}
          className="space-y-2 rounded-md border border-warning bg-warning-soft p-3"
        >
          <p className="font-semibold">{words.notes.conflict}</p>
          <div className="max-h-40 overflow-y-auto font-song whitespace-pre-wrap">{theirs.text}</div>
          <div className="flex flex-wrap gap-2">
            <Button
              type="button"
              onClick={() => {
                setSaved({ text: theirs.text, version: theirs.version, at: null })
                setTheirs(null)
              }}
            >
              {words.notes.keepMine}
            </Button>
            <Button
              type="button"
              onClick={() => {
                setText(theirs.text)
                setSaved({ text: theirs.text, version: theirs.version, at: null })
                setTheirs(null)
              }}
            >
              {words.notes.takeTheirs}
            </Button>
          </div>
        </section>
      ) : null}
    </div>
  )
}
