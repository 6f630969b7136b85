'use client'

import { SubmitButton } from '@court/ui/submit-button'
import { useActionState } from 'react'

export type Shown = { number: string } | { message: string } | null

export function ShownNumber({
  action,
  label,
  pendingLabel,
  help,
}: {
  action: (state: Shown) => Promise<Shown>
  label: string
  pendingLabel: string
  help: string
}) {
  const [shown, ask] = useActionState(action, null)
  return (
    <form action={ask} className="space-y-2">
      <p role="status">
        {shown && 'number' in shown ? <code className="text-lg">{shown.number}</code> : null}
        {shown && 'message' in shown ? shown.message : null}
      </p>
      <SubmitButton pendingLabel={pendingLabel} variant="quiet" className="-ml-5">
        {label}
      </SubmitButton>
      <p className="text-sm text-muted">{help}</p>
    </form>
  )
}
