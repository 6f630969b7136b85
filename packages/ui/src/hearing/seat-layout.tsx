import type { ReactNode } from 'react'

export type SeatGroup = { id: string; label: string; seats: ReactNode }

// A courtroom seen from its door: the bench in front, one side left, the other right, as wide as the window allows and on a phone too.
export function SeatLayout({
  bench,
  left,
  right,
  others,
}: {
  bench: SeatGroup
  left: SeatGroup
  right: SeatGroup
  others?: SeatGroup | undefined
}) {
  return (
    <div className="@container space-y-3">
      <Group group={bench} className="mx-auto max-w-2xl" columns="grid-cols-2" />
      <div className="grid grid-cols-2 gap-2 @3xl:gap-6">
        <Group group={left} columns="@3xl:grid-cols-2" />
        <Group group={right} columns="@3xl:grid-cols-2" />
      </div>
      {others ? <Group group={others} columns="grid-cols-2 @3xl:grid-cols-4" /> : null}
    </div>
  )
}

function Group({ group, columns, className = '' }: { group: SeatGroup; columns: string; className?: string }) {
  return (
    <section aria-label={group.label} className={`min-w-0 ${className}`}>
      <p aria-hidden="true" className="mb-1 text-xs font-semibold text-muted">
        {group.label}
      </p>
      <ul className={`grid items-start gap-2 ${columns}`}>{group.seats}</ul>
    </section>
  )
}
