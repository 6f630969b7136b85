import { Checkbox } from '@court/ui/choice'
import { FieldError } from '@court/ui/field'
import { Fieldset } from '@court/ui/fieldset'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId } from '../drawing.ts'
import { groupOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

export function BooleanField({ drawing, field, path, value }: FieldProps<'boolean'>) {
  const error = errorAt(drawing, path)
  const id = fieldId(path)
  return (
    <div data-invalid={error ? '' : undefined}>
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      <Checkbox
        id={id}
        name={path}
        value="yes"
        defaultChecked={value === true}
        label={drawing.say(field.label)}
        help={field.help ? drawing.say(field.help) : undefined}
        isFramed={drawing.doors.isLarge}
      />
    </div>
  )
}

// The text one agrees to is on the page, whole, above the box; what is recorded is this text and its version.
export async function ConsentField(props: FieldProps<'consent'>) {
  const t = await getTranslations('forms')
  const { drawing, field, path, value } = props
  const consent = drawing.lists.consents[field.consent]
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      {consent ? (
        <div className="mb-2 measure rounded-md border-l-4 border-line-strong bg-sunken px-4 py-3">
          <p>{drawing.say(consent.text)}</p>
          <p className="mt-1 text-sm text-muted">{t('consentVersion', { version: consent.version })}</p>
        </div>
      ) : null}
      <Checkbox
        id={`${fieldId(path)}-yes`}
        name={path}
        value="yes"
        defaultChecked={value === true}
        label={t('consentAgree')}
        isFramed={drawing.doors.isLarge}
      />
    </Fieldset>
  )
}
