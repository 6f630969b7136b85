'use client'

import { useState } from 'react'
import { DoorPanel } from '../door/door-panel.tsx'
import { ConfirmNotes } from './confirm-notes.tsx'
import { MaterialsPanel } from './materials-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { SittingPanel } from './sitting-panel.tsx'
import { useRoom } from './room-context.tsx'

type Tab = 'notes' | 'people' | 'materials'

// Beside the seats: the notes that everybody reads along, who waits at the door, and the papers that can be shown.
export function SidePanels() {
  const { view, words, may } = useRoom()
  const [chosen, setChosen] = useState<Tab>('notes')
  const waiting = view.seats.filter((seat) => seat.waitingSince && !seat.admittedAt).length
  const isCourt = view.viewer.side === 'court'
  const tabs: { id: Tab; label: string; count?: number }[] = [
    { id: 'notes', label: words.notes.title },
    ...(isCourt ? [{ id: 'people' as const, label: words.door.title, count: waiting }] : []),
    ...(may('show') ? [{ id: 'materials' as const, label: words.shown.materials }] : []),
  ]
  const current = tabs.find(({ id }) => id === chosen)?.id ?? 'notes'
  return (
    <div className="min-w-0 space-y-3">
      <SittingPanel />
      <div className="rounded-md border bg-surface">
        {tabs.length > 1 ? (
          <div role="tablist" aria-label={words.room.panels} className="flex gap-x-4 overflow-x-auto border-b px-3">
            {tabs.map((tab) => (
              <button
                key={tab.id}
                type="button"
                role="tab"
                id={`tab-${tab.id}`}
                aria-selected={tab.id === current}
                aria-controls={`panel-${tab.id}`}
                onClick={() => setChosen(tab.id)}
                className={
                  'flex min-h-target shrink-0 cursor-pointer items-center gap-1.5 border-b-3 ' +
                  (tab.id === current
                    ? 'border-accent-text font-semibold text-accent-text'
                    : 'border-transparent hover:border-line-strong')
                }
              >
                {tab.label}
                {tab.count ? (
                  <span className="rounded-full bg-accent px-2 text-xs font-semibold text-on-accent">{tab.count}</span>
                ) : null}
              </button>
            ))}
          </div>
        ) : null}
        <div
          role={tabs.length > 1 ? 'tabpanel' : undefined}
          id={`panel-${current}`}
          aria-labelledby={tabs.length > 1 ? `tab-${current}` : undefined}
          className="px-3 py-3 sm:px-4"
        >
          {current === 'notes' ? <NotesPanel /> : null}
          {current === 'people' ? <DoorPanel /> : null}
          {current === 'materials' ? <MaterialsPanel /> : null}
        </div>
      </div>
      <ConfirmNotes />
    </div>
  )
}
