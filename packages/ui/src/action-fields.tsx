'use client'

import type { ComponentProps, ReactNode } from 'react'
import { formFieldId, useFormState } from './action-form.tsx'
import { Radio } from './choice.tsx'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Input } from './input.tsx'
import { Select, type SelectOption } from './select.tsx'

type Common = {
  name: string
  label: ReactNode
  help?: ReactNode
  note?: string | undefined
  defaultValue?: string | undefined
}

// Fields of an ActionForm: each finds what was typed and what is wrong with it by its name.
export function FormInput({
  name,
  label,
  help,
  note,
  defaultValue = '',
  className,
  ...input
}: Common & Omit<ComponentProps<typeof Input>, keyof Common>) {
  const state = useFormState()
  return (
    <Field id={formFieldId(name)} label={label} help={help} note={note} error={state?.errors[name]}>
      {(control) => (
        <Input
          name={name}
          defaultValue={state?.values[name] ?? defaultValue}
          className={className}
          {...input}
          {...control}
        />
      )}
    </Field>
  )
}

export function FormSelect({
  name,
  label,
  help,
  note,
  defaultValue = '',
  options,
  placeholder,
}: Common & { options: SelectOption[]; placeholder?: string | undefined }) {
  const state = useFormState()
  const value = state?.values[name] ?? defaultValue
  return (
    <Field id={formFieldId(name)} label={label} help={help} note={note} error={state?.errors[name]}>
      {/* The key: a select does not take a new first value once it stands. */}
      {(control) => (
        <Select key={value} name={name} defaultValue={value} options={options} placeholder={placeholder} {...control} />
      )}
    </Field>
  )
}

export function FormRadios({
  name,
  label,
  help,
  defaultValue = '',
  choices,
}: Common & { choices: { value: string; label: ReactNode; help?: ReactNode }[] }) {
  const state = useFormState()
  const value = state?.values[name] ?? defaultValue
  return (
    <Fieldset id={formFieldId(name)} legend={label} help={help} error={state?.errors[name]}>
      {choices.map((choice) => (
        <Radio
          key={`${choice.value} ${value}`}
          id={`${formFieldId(name)}-${choice.value}`}
          name={name}
          value={choice.value}
          defaultChecked={choice.value === value}
          label={choice.label}
          help={choice.help}
        />
      ))}
    </Fieldset>
  )
}
