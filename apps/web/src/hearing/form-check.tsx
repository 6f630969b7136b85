'use client'

import { formFieldId, useFormState } from '@court/ui/action-form'
import { Checkbox } from '@court/ui/choice'
import { FieldError } from '@court/ui/field'
import type { ReactNode } from 'react'

// One box of an ActionForm, with what is wrong above it. Ticked again after a refusal when it was ticked before: `values` of the form keep
// the values of the ticked boxes of one name, with spaces between them.
export function FormCheck({
  name,
  value = 'yes',
  label,
  help,
  isFramed = false,
  className,
}: {
  name: string
  value?: string
  label: ReactNode
  help?: ReactNode
  isFramed?: boolean
  className?: string
}) {
  const state = useFormState()
  const error = value === 'yes' ? state?.errors[name] : undefined
  const wasTicked = state?.values[name]?.split(' ').includes(value) ?? false
  const id = `${formFieldId(name)}-${value}`
  return (
    <div
      id={value === 'yes' ? formFieldId(name) : undefined}
      data-invalid={error ? '' : undefined}
      className={className}
    >
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      <Checkbox
        key={`${state?.at ?? 0}`}
        id={id}
        name={name}
        value={value}
        isFramed={isFramed}
        label={label}
        help={help}
        defaultChecked={wasTicked}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
