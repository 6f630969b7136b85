import type { ReactNode } from 'react'

export type SeatGroup = { id: string; label: string; seats: ReactNode }

// A courtroom seen from its door: the bench in front, one side left, the other right. On a phone the bench goes first and the sides
// follow each other, two seats in a row.
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
      <Group group={bench} className="mx-auto max-w-3xl" />
      <div className="grid gap-3 @xl:grid-cols-2">
        <Group group={left} />
        <Group group={right} />
      </div>
      {others ? <Group group={others} /> : null}
    </div>
  )
}

function Group({ group, className = '' }: { group: SeatGroup; className?: string }) {
  return (
    <section aria-label={group.label} className={className}>
      <p aria-hidden="true" className="mb-1 text-xs font-semibold text-muted">
        {group.label}
      </p>
      <ul className="grid grid-cols-2 gap-2">{group.seats}</ul>
    </section>
  )
}
