import type { ReactNode } from 'react'
import { CircleAlertIcon } from './icons.tsx'

export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

// Label above, help under it, the error right above what must be mended. The control is drawn by the caller:
// <Field id="name" label="姓名">{(control) => <Input name="name" {...control} />}</Field>
export function Field({
  id,
  label,
  help,
  error,
  note,
  isLabelHidden = false,
  className,
  children,
}: {
  id: string
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  note?: string | undefined // "optional", in words, beside the label
  isLabelHidden?: boolean | undefined
  className?: string | undefined
  children: (control: FieldControl) => ReactNode
}) {
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={className} data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'mb-1 block font-semibold'}>
        {label}
        {note ? <span className="ml-2 font-normal text-muted">{note}</span> : null}
      </label>
      {help ? (
        <div id={`${id}-help`} className="mb-2 text-sm text-muted">
          {help}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

export function FieldError({ id, message }: { id?: string | undefined; message: string }) {
  return (
    <p id={id} className="mb-2 flex items-start gap-2 font-semibold text-accent-text">
      <CircleAlertIcon className="mt-[0.18em] size-5" />
      <span>{message}</span>
    </p>
  )
}
