import type { ReactNode } from 'react'
import { Badge, type Tone } from '../badge.tsx'

export type CheckState = 'untested' | 'testing' | 'good' | 'weak' | 'bad'
const tones: Record<CheckState, Tone> = {
  untested: 'neutral',
  testing: 'info',
  good: 'success',
  weak: 'warning',
  bad: 'danger',
}

// One thing that is tried before a hearing: what, how it went in words, the thing itself, and what to do when it does not work.
export function CheckRow({
  id,
  icon,
  title,
  state,
  stateLabel,
  children,
  advice,
}: {
  id: string
  icon: ReactNode
  title: string
  state: CheckState
  stateLabel: string
  children?: ReactNode
  advice?: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="rounded-md border bg-surface px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="flex items-center gap-2 text-lg">
          {icon}
          {title}
        </h2>
        <span role="status">
          <Badge tone={tones[state]}>{stateLabel}</Badge>
        </span>
      </div>
      {children ? <div className="mt-3">{children}</div> : null}
      {advice ? (
        <div className="mt-3 rounded-md border-l-4 border-warning bg-warning-soft px-3 py-2">{advice}</div>
      ) : null}
    </section>
  )
}
