import { buttonClass } from './button-class.ts'
import { ArrowLeftIcon, ArrowRightIcon } from './icons.tsx'

// Keyset pages: onward and back, never "page 7 of 312", for nothing is counted.
export function Pagination({
  label,
  previous,
  next,
  summary,
}: {
  label: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
  summary?: string | undefined
}) {
  if (!previous && !next && !summary) return null
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3 py-3 print:hidden">
      <span className="text-sm text-muted">{summary}</span>
      <span className="flex gap-2">
        {previous ? (
          <a href={previous.href} rel="prev" className={buttonClass({ size: 'dense' })}>
            <ArrowLeftIcon className="size-4" />
            {previous.label}
          </a>
        ) : null}
        {next ? (
          <a href={next.href} rel="next" className={buttonClass({ size: 'dense' })}>
            {next.label}
            <ArrowRightIcon className="size-4" />
          </a>
        ) : null}
      </span>
    </nav>
  )
}
