import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { Textarea } from '@court/ui/textarea'
import { getTranslations } from 'next-intl/server'
import { frameOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

export async function TextField(props: FieldProps<'text'>) {
  const t = await getTranslations('forms')
  const { field, path, value } = props
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <Input {...control} name={path} defaultValue={typed(value)} maxLength={field.maxLength} autoComplete="off" />
      )}
    </Field>
  )
}

export async function LongTextField(props: FieldProps<'longtext'>) {
  const t = await getTranslations('forms')
  const { field, path, value } = props
  const limit = field.maxLength === undefined ? undefined : t('upTo', { n: field.maxLength })
  return (
    <Field {...frameOf(props, t('optional'), limit)}>
      {(control) => (
        <Textarea
          {...control}
          name={path}
          defaultValue={typed(value)}
          maxLength={field.maxLength}
          rows={field.maxLength !== undefined && field.maxLength <= 300 ? 3 : 6}
        />
      )}
    </Field>
  )
}

export async function DateField(props: FieldProps<'date'>) {
  const t = await getTranslations('forms')
  const { field, path, value, drawing } = props
  const bound = (limit: string | undefined) =>
    limit === 'today' ? drawing.lists.today : limit === 'filed' ? undefined : limit
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <Input
          {...control}
          type="date"
          name={path}
          defaultValue={typed(value)}
          min={bound(field.min)}
          max={bound(field.max)}
          className="max-w-60"
        />
      )}
    </Field>
  )
}

export async function TimeField(props: FieldProps<'time'>) {
  const t = await getTranslations('forms')
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <Input {...control} type="time" name={props.path} defaultValue={typed(props.value)} className="max-w-40" />
      )}
    </Field>
  )
}

export async function NumberField(props: FieldProps<'number'>) {
  const t = await getTranslations('forms')
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <Input
          {...control}
          name={props.path}
          defaultValue={typed(props.value)}
          inputMode={props.field.decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          className="max-w-40"
        />
      )}
    </Field>
  )
}

function typed(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
