import { Checkbox, Radio } from '@court/ui/choice'
import { Field } from '@court/ui/field'
import { Fieldset } from '@court/ui/fieldset'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import { fieldId } from '../drawing.ts'
import { frameOf, groupOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

// Few answers stand open as rows to press; many go into the browser's list.
export async function ChoiceField(props: FieldProps<'choice'>) {
  const t = await getTranslations('forms')
  const { field, path, value, drawing } = props
  const isCompact = field.choices.length > 8 || (!drawing.doors.isLarge && field.choices.length > 4)
  if (isCompact) {
    return (
      <Field {...frameOf(props, t('optional'))}>
        {(control) => (
          <Select
            {...control}
            name={path}
            defaultValue={typeof value === 'string' ? value : ''}
            placeholder={t('choose')}
            options={field.choices.map((choice) => ({ value: choice.value, label: drawing.say(choice.label) }))}
            className="max-w-md"
          />
        )}
      </Field>
    )
  }
  const id = fieldId(path)
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      <div className={drawing.doors.isLarge && !path.includes('.') ? 'grid gap-2' : ''}>
        {field.choices.map((choice, index) => (
          <Radio
            key={choice.value}
            id={`${id}-${index}`}
            name={path}
            value={choice.value}
            defaultChecked={value === choice.value}
            label={drawing.say(choice.label)}
            help={choice.help ? drawing.say(choice.help) : undefined}
            isFramed={Boolean(drawing.doors.isLarge) && !path.includes('.')}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export async function MultiChoiceField(props: FieldProps<'multi-choice'>) {
  const t = await getTranslations('forms')
  const { field, path, value, drawing } = props
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      {field.choices.map((choice, index) => (
        <Checkbox
          key={choice.value}
          id={`${fieldId(path)}-${index}`}
          name={path}
          value={choice.value}
          defaultChecked={chosen.includes(choice.value)}
          label={drawing.say(choice.label)}
          help={choice.help ? drawing.say(choice.help) : undefined}
        />
      ))}
    </Fieldset>
  )
}

// Coded reasons: what stands in the notice, and how the person is told to put it right.
export async function ReasonsField(props: FieldProps<'reasons'>) {
  const t = await getTranslations('forms')
  const { field, path, value, drawing } = props
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const reasons = Object.entries(drawing.lists.reasons)
    .filter(([id, reason]) => drawing.lists.reasonsOf?.[path]?.includes(id) ?? reason.kind === field.kind)
    .sort(([, a], [, b]) => (a.order ?? 100) - (b.order ?? 100))
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      {reasons.map(([id, reason]) => (
        <Checkbox
          key={id}
          id={`${fieldId(path)}-${id}`}
          name={path}
          value={id}
          defaultChecked={chosen.includes(id)}
          label={drawing.say(reason.title)}
          help={[drawing.say(reason.text), reason.mend ? drawing.say(reason.mend) : ''].join(' ')}
        />
      ))}
    </Fieldset>
  )
}
