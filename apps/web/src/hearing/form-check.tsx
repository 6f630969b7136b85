'use client'

import { formFieldId, useFormState } from '@court/ui/action-form'
import { Checkbox } from '@court/ui/choice'
import { FieldError } from '@court/ui/field'
import type { ReactNode } from 'react'

// One box of an ActionForm that must be ticked, with what is wrong above it.
export function FormCheck({ name, label }: { name: string; label: ReactNode }) {
  const state = useFormState()
  const error = state?.errors[name]
  return (
    <div id={formFieldId(name)} data-invalid={error ? '' : undefined}>
      {error ? <FieldError id={`${name}-error`} message={error} /> : null}
      <Checkbox
        id={`${name}-box`}
        name={name}
        value="yes"
        isFramed
        label={label}
        aria-invalid={error ? true : undefined}
        aria-errormessage={error ? `${name}-error` : undefined}
      />
    </div>
  )
}
