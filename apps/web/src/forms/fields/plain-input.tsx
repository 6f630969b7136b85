import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import type { ComponentProps } from 'react'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'

// One line of a larger field, such as the telephone of a party.
export function PlainInput({
  drawing,
  path,
  label,
  help,
  note,
  value,
  ...rest
}: {
  drawing: Drawing
  path: string
  label: string
  help?: string | undefined
  note?: string | undefined
  value: string | undefined
} & Pick<ComponentProps<'input'>, 'inputMode' | 'autoComplete' | 'maxLength' | 'type' | 'className'>) {
  return (
    <Field id={fieldId(path)} label={label} help={help} note={note} error={errorAt(drawing, path)}>
      {(control) => (
        <Input {...control} name={path} defaultValue={value} autoComplete="off" maxLength={300} {...rest} />
      )}
    </Field>
  )
}
