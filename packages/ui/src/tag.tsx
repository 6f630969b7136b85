import type { ReactNode } from 'react'

// A quiet label for a kind (a cause, a procedure, a filter that is on), not for a state.
export function Tag({
  children,
  removeHref,
  removeLabel,
}: {
  children: ReactNode
  removeHref?: string
  removeLabel?: string
}) {
  return (
    <span className="inline-flex items-center rounded-sm border border-line bg-surface text-sm text-muted">
      <span className="px-2 py-0.5">{children}</span>
      {removeHref ? (
        <a
          href={removeHref}
          aria-label={removeLabel}
          className="inline-flex min-h-6 min-w-6 items-center justify-center self-stretch border-l text-ink no-underline hover:bg-sunken [[data-elder]_&]:min-h-target [[data-elder]_&]:min-w-target"
        >
          ×
        </a>
      ) : null}
    </span>
  )
}
