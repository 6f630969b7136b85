import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { LockIcon } from '../icons.tsx'

export type NextStepWords = { by: string; until: string; why: string; blocked: string }

// What happens next, by whom, until when, and why. The one thing that is never missing from a case page.
export function NextStepCard({
  heading,
  title,
  explanation,
  by,
  until,
  reference,
  isForMe,
  action,
  blocked,
  words,
}: {
  heading: string // 'Next, by you' / 'Next'
  title: string
  explanation?: ReactNode
  by: string
  until?: ReactNode // a DeadlineBadge, or words
  reference?: ReactNode
  isForMe: boolean
  action?: ReactNode
  blocked?: { reason: string; rule?: string | undefined } | undefined
  words: NextStepWords
}) {
  return (
    <section
      aria-label={heading}
      className={classNames(
        'rounded-md border bg-surface px-4 py-4 sm:px-6 sm:py-5',
        isForMe ? 'border-t-4 border-t-accent-text' : 'border-t-4 border-t-line-strong',
      )}
    >
      <p className={classNames('text-sm font-semibold', isForMe ? 'text-accent-text' : 'text-muted')}>{heading}</p>
      <h2 className="mt-0.5 text-xl">{title}</h2>
      {explanation ? <div className="mt-1 measure">{explanation}</div> : null}
      <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
        <Row label={words.by}>{by}</Row>
        {until ? <Row label={words.until}>{until}</Row> : null}
        {reference ? <Row label={words.why}>{reference}</Row> : null}
      </dl>
      {blocked ? (
        <div className="mt-4 flex gap-2 rounded-md border border-warning/40 bg-warning-soft px-3 py-2">
          <LockIcon className="mt-[0.2em] size-5 text-warning" />
          <p>
            <strong className="font-semibold">{words.blocked}</strong> {blocked.reason}
            {blocked.rule ? <span className="block text-sm text-muted">{blocked.rule}</span> : null}
          </p>
        </div>
      ) : null}
      {action && !blocked ? <div className="mt-4 flex flex-wrap items-center gap-3 print:hidden">{action}</div> : null}
    </section>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-muted sm:pt-[0.1em]">{label}</dt>
      <dd className="-mt-2 min-w-0 sm:mt-0">{children}</dd>
    </>
  )
}
