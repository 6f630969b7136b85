import type { ReactNode } from 'react'

export type SummaryRow = {
  label: ReactNode
  value: ReactNode
  change?: { href: string; label: string; about: string } | undefined // about: what is changed, for those who hear the link alone
}

// Check your answers: what was asked, what was said, one way back to each.
export function SummaryList({ rows, className }: { rows: SummaryRow[]; className?: string | undefined }) {
  return (
    <dl className={className}>
      {rows.map((row, index) => (
        <div key={index} className="grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[minmax(7rem,14rem)_1fr_auto]">
          <dt className="font-semibold sm:font-normal sm:text-muted">{row.label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{row.value}</dd>
          {row.change ? (
            <dd className="print:hidden">
              <a
                href={row.change.href}
                className="link inline-flex min-h-target min-w-target items-center sm:-my-2 sm:justify-end"
              >
                {row.change.label}
                <span className="sr-only">{row.change.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
