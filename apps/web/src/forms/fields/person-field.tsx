import { Fieldset } from '@court/ui/fieldset'
import type { PersonValue } from '@court/procedure/code/form-values'
import { getTranslations } from 'next-intl/server'
import { PlainInput } from './plain-input.tsx'
import { groupOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

export async function PersonField(props: FieldProps<'person'>) {
  const t = await getTranslations('forms')
  const { drawing, path } = props
  const person = (props.value ?? {}) as Partial<PersonValue>
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      <div className="space-y-4">
        <PlainInput drawing={drawing} path={`${path}.name`} label={t('name')} value={person.name} />
        <PlainInput drawing={drawing} path={`${path}.phone`} label={t('phone')} value={person.phone} inputMode="tel" />
        <PlainInput drawing={drawing} path={`${path}.address`} label={t('address')} value={person.address} />
      </div>
    </Fieldset>
  )
}
