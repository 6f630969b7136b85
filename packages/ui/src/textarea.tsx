import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

// Grows with its text where the browser can (field-sizing), and never smaller than its rows.
export function Textarea({ className, rows = 5, ...rest }: ComponentProps<'textarea'>) {
  const isInvalid = rest['aria-invalid'] === true || rest['aria-invalid'] === 'true'
  return (
    <textarea
      rows={rows}
      className={controlClass({ isInvalid, className: `min-h-32! resize-y field-sizing-content ${className ?? ''}` })}
      {...rest}
    />
  )
}
