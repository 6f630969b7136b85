import type { ReactNode } from 'react'

export type TimelineEntry = {
  seq: number
  title: string
  on: string // the legal date, written out
  recorded?: string | undefined // when it was entered, where that differs
  by: string
  detail?: ReactNode
  reference?: string | undefined // the rule it was done under
  correctedBy?: { seq: number; label: string } | undefined // a later entry voids this one
  corrects?: { seq: number; label: string } | undefined
  files?: { href: string; label: string }[] | undefined
  isNew?: boolean | undefined
}

// The docket: what happened, when, by whom, under which rule. Nothing is ever taken away: what was corrected
// stands struck through, with the entry that corrected it.
export function DocketTimeline({
  label,
  entries,
  newLabel,
}: {
  label: string
  entries: TimelineEntry[]
  newLabel: string
}) {
  return (
    <ol aria-label={label} className="relative">
      {entries.map((entry) => (
        <li
          key={entry.seq}
          id={`entry-${entry.seq}`}
          className="relative grid grid-cols-[1.25rem_1fr] gap-x-3 pb-6 last:pb-0 before:absolute before:top-3 before:bottom-[-0.75rem] before:left-[0.59rem] before:w-px before:bg-line last:before:hidden target:bg-info-soft"
        >
          <span
            aria-hidden="true"
            className={
              'relative mt-[0.45em] ml-[0.28rem] size-3 rounded-full border-2 ' +
              (entry.correctedBy
                ? 'border-line-strong bg-surface'
                : entry.isNew
                  ? 'border-accent-text bg-accent-text'
                  : 'border-ink bg-ink')
            }
          />
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className={'font-semibold ' + (entry.correctedBy ? 'text-muted line-through' : '')}>
                {entry.title}
              </span>
              {entry.isNew ? <span className="text-sm font-semibold text-accent-text">{newLabel}</span> : null}
            </p>
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <span>{entry.on}</span>
              <span>{entry.by}</span>
              {entry.recorded ? <span>{entry.recorded}</span> : null}
              <span aria-hidden="true">#{entry.seq}</span>
            </p>
            {entry.detail ? <div className="mt-1.5">{entry.detail}</div> : null}
            {entry.files && entry.files.length > 0 ? (
              <ul className="mt-1 flex flex-wrap gap-x-4">
                {entry.files.map((file) => (
                  <li key={file.href}>
                    <a href={file.href} className="link inline-flex min-h-target-dense items-center">
                      {file.label}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
            <Crossing link={entry.correctedBy} />
            <Crossing link={entry.corrects} />
            {entry.reference ? <p className="mt-1 text-sm text-muted">{entry.reference}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Crossing({ link }: { link: { seq: number; label: string } | undefined }) {
  if (!link) return null
  return (
    <p className="mt-1 text-sm">
      <a href={`#entry-${link.seq}`} className="link">
        {link.label}
      </a>
    </p>
  )
}
