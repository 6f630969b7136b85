'use client'

import { Input } from '@court/ui/input'
import { SubmitButton } from '@court/ui/submit-button'
import { useActionState, useId } from 'react'
import { unmask } from './unmask-action.ts'

export type UnmaskWords = { show: string; about: string; why: string; send: string; sending: string; nothing: string }

// A masked datum. Whoever wants it in full says why; that is written down, then it stands here until the page is left.
export function UnmaskField({
  masked,
  place,
  words,
}: {
  masked: string
  place: { courtSlug: string; caseId: string; partyId: string; field: string }
  words: UnmaskWords
}) {
  const [answer, send] = useActionState(unmask, null)
  const id = useId()
  if (answer?.value !== undefined)
    return <span className="font-semibold select-all">{answer.value ?? words.nothing}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span>{masked}</span>
      <details className="group" open={answer?.reason !== undefined}>
        <summary className="inline-flex min-h-6 list-none items-center text-sm text-info underline underline-offset-4 [&::-webkit-details-marker]:hidden">
          {words.show}
          <span className="sr-only"> {words.about}</span>
        </summary>
        <form action={send} className="mt-1 flex flex-wrap items-end gap-2">
          {Object.entries(place).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor={id} className="text-sm">
            {words.why}
            <Input id={id} name="why" required minLength={2} maxLength={200} controlSize="dense" autoComplete="off" />
          </label>
          <SubmitButton size="dense" variant="secondary" pendingLabel={words.sending}>
            {words.send}
          </SubmitButton>
          {answer?.reason ? (
            <p role="alert" className="w-full text-sm text-accent-text">
              {answer.reason}
            </p>
          ) : null}
        </form>
      </details>
    </span>
  )
}
