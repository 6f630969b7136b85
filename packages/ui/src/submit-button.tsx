'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'

// Pressed once: while the form is on its way the button says so and does not send again.
export function SubmitButton({
  children,
  pendingLabel,
  variant = 'primary',
  size,
  className,
  name,
  value,
}: {
  children: ReactNode
  pendingLabel: string
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  className?: string | undefined
  name?: string | undefined
  value?: string | undefined
}) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={buttonClass({ variant, size, className })}
    >
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </button>
  )
}
