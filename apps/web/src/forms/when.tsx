import type { ReactNode } from 'react'

// Shown when another field of the form has one of these answers, and posted only then. `WhenWatch` follows the answers as they are given.
export function When({
  field,
  values,
  isShown,
  children,
}: {
  field: string
  values: readonly string[]
  isShown: boolean
  children: ReactNode
}) {
  return (
    <fieldset data-when={field} data-when-values={JSON.stringify(values)} hidden={!isShown} disabled={!isShown}>
      {children}
    </fieldset>
  )
}
