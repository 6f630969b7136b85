import type { ReactNode } from 'react'
import { Emblem } from '../emblem.tsx'

// The head of a hearing room: the sign of the house in the middle, large, as it hangs above the bench; below it whose court sits and
// in which case. One sees at a glance that this is a court.
export function CourtBand({
  court,
  room,
  caseLine,
  status,
  tools,
}: {
  court: string
  room: string // 'Online courtroom · inquiry'
  caseLine: ReactNode
  status: ReactNode
  tools?: ReactNode
}) {
  return (
    <header className="border-t-4 border-b border-t-accent bg-surface">
      <div className="desk-width grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1 py-2 sm:grid-cols-[1fr_auto_1fr]">
        <div className="row-span-2 flex flex-col items-center sm:order-2 sm:row-span-1 sm:flex-row sm:gap-3">
          <Emblem className="size-14 sm:size-16" title={court} />
          <div className="hidden text-center leading-tight sm:block">
            <h1 className="font-song text-2xl font-bold">{court}</h1>
            <p className="text-sm text-muted">{room}</p>
          </div>
        </div>
        <div className="min-w-0 leading-tight sm:order-1">
          <p className="font-song text-lg font-bold sm:hidden" aria-hidden="true">
            {court}
          </p>
          <p className="text-sm text-muted sm:hidden" aria-hidden="true">
            {room}
          </p>
          <p className="text-sm">{caseLine}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:order-3 sm:justify-end">
          {status}
          {tools}
        </div>
      </div>
    </header>
  )
}
