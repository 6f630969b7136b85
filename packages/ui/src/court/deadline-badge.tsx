import type { ReactNode } from 'react'
import { Badge } from '../badge.tsx'
import { ChevronDownIcon, CircleAlertIcon, CircleCheckIcon, ClockIcon, TriangleAlertIcon } from '../icons.tsx'
import { deadlineState, deadlineText, type ClockStatus, type DeadlineWords } from '../words/deadline.ts'

export type ProofStep = { text: string; day?: string | undefined; reference?: string | undefined }
export type DeadlineProof = {
  summary: string // 'why this date', the words on the handle
  steps: ProofStep[]
  history?: { title: string; items: { day: string; because: string }[] } | undefined
  footer?: ReactNode // e.g. how to have the proof checked
}

// How long is left, in words, with the colour repeating them. With a proof it opens: each step, each article.
// Stands in a block (the proof is a details element), not inside a paragraph.
export function DeadlineBadge({
  due,
  today,
  dueText,
  status = 'running',
  isProvisional = false,
  words,
  proof,
  soonDays,
}: {
  due: string // last day, 'YYYY-MM-DD'
  today: string // the court's today
  dueText?: string | undefined // the day written out
  status?: ClockStatus | undefined
  isProvisional?: boolean | undefined
  words: DeadlineWords
  proof?: DeadlineProof | undefined
  soonDays?: number | undefined
}) {
  const state = deadlineState({ due, today, status, ...(soonDays === undefined ? {} : { soonDays }) })
  const Mark =
    state.tone === 'danger'
      ? CircleAlertIcon
      : state.tone === 'warning'
        ? TriangleAlertIcon
        : state.tone === 'success'
          ? CircleCheckIcon
          : ClockIcon
  const face = (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={state.tone}>
        <Mark className="size-4" />
        {deadlineText(state, words)}
      </Badge>
      {dueText ? <time dateTime={due}>{dueText}</time> : null}
      {isProvisional ? (
        <span className="rounded-sm border border-dashed border-warning px-1.5 text-sm text-warning">
          {words.provisional}
        </span>
      ) : null}
    </span>
  )
  if (!proof) return face
  return (
    <div className="relative">
      {face}
      <details className="group sm:inline-block sm:pl-2">
        <summary className="inline-flex min-h-target-dense list-none items-center gap-0.5 text-sm text-info underline underline-offset-4 [&::-webkit-details-marker]:hidden">
          {proof.summary}
          <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <ProofPanel proof={proof} />
      </details>
    </div>
  )
}

function ProofPanel({ proof }: { proof: DeadlineProof }) {
  return (
    <div className="mt-1 rounded-md border bg-surface px-4 py-3 text-sm font-normal text-ink shadow-lift sm:absolute sm:left-0 sm:z-30 sm:w-[min(26rem,80vw)]">
      <ProofSteps steps={proof.steps} />
      {proof.history && proof.history.items.length > 0 ? (
        <div className="mt-3 border-t pt-3">
          <p className="font-semibold">{proof.history.title}</p>
          <ul className="mt-1 space-y-1">
            {proof.history.items.map((item, index) => (
              <li key={index}>
                <del className="text-muted">{item.day}</del> {item.because}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {proof.footer ? <div className="mt-3 border-t pt-3 text-muted">{proof.footer}</div> : null}
    </div>
  )
}

// The count, step by step, as a lawyer would write it on paper.
export function ProofSteps({ steps }: { steps: ProofStep[] }) {
  return (
    <ol className="space-y-2">
      {steps.map((step, index) => (
        <li key={index} className="grid grid-cols-[1.5rem_1fr] gap-x-1">
          <span className="text-muted">{index + 1}</span>
          <span>
            {step.text}
            {step.day ? <strong className="ml-1.5 font-semibold whitespace-nowrap">{step.day}</strong> : null}
            {step.reference ? <span className="block text-muted">{step.reference}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
