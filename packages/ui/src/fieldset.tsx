import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'

// A question with several controls. As the page's only question its legend is the page's title.
export function Fieldset({
  id,
  legend,
  isPageTitle = false,
  help,
  error,
  className,
  children,
}: {
  id: string
  legend: ReactNode
  isPageTitle?: boolean | undefined
  help?: ReactNode
  error?: string | undefined
  className?: string | undefined
  children: ReactNode
}) {
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset id={id} className={className} aria-describedby={describedBy || undefined}>
      <legend className={isPageTitle ? 'mb-2' : 'mb-1 font-semibold'}>
        {isPageTitle ? <h1 className="text-2xl sm:text-3xl">{legend}</h1> : legend}
      </legend>
      {help ? (
        <div id={`${id}-help`} className="mb-2 text-sm text-muted">
          {help}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      <div className="space-y-1">{children}</div>
    </fieldset>
  )
}
