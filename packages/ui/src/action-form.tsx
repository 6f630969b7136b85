'use client'

import { createContext, use, useActionState, type ReactNode } from 'react'
import { ErrorSummary } from './error-summary.tsx'

// What a server action says about a form that has to be mended: the answers as they were, and what is wrong with which.
export type FormState = {
  values: Record<string, string>
  errors: Record<string, string> // by the name of the field; '' is the form as a whole
  at: number // tells one refusal from the next, so that the summary takes the focus each time
} | null

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

const Shown = createContext<FormState>(null)

export const useFormState = (): FormState => use(Shown)

// A plain form posting to a server action. It works while scripts load and after they fail; with them, the page stays where it is.
export function ActionForm({
  action,
  summaryTitle,
  summaryNote,
  className,
  children,
}: {
  action: FormAction
  summaryTitle: string
  summaryNote?: string | undefined
  className?: string | undefined
  children: ReactNode
}) {
  const [state, post] = useActionState(action, null)
  const errors = Object.entries(state?.errors ?? {}).map(([name, message]) =>
    name === '' ? { message } : { fieldId: formFieldId(name), message },
  )
  return (
    <form action={post} noValidate className={className}>
      <ErrorSummary key={state?.at ?? 0} title={summaryTitle} errors={errors} note={summaryNote} />
      <Shown value={state}>{children}</Shown>
    </form>
  )
}

export const formFieldId = (name: string): string => `f-${name}`
