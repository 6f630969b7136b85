'use client'

import { formFieldId, useFormState } from '@court/ui/action-form'
import { Field } from '@court/ui/field'
import { Textarea } from '@court/ui/textarea'

// The units of a new court, one a line, as they are copied from the model or from a list.
export function UnitsField({ label, help, value }: { label: string; help: string; value: string }) {
  const state = useFormState()
  return (
    <Field id={formFieldId('units')} label={label} help={help} error={state?.errors['units']}>
      {(control) => <Textarea name="units" rows={5} defaultValue={state?.values['units'] ?? value} {...control} />}
    </Field>
  )
}
