import type { AddressValue } from '@court/procedure/code/form-values'
import { Fieldset } from '@court/ui/fieldset'
import { getTranslations } from 'next-intl/server'
import { groupOf } from './frame.ts'
import { PlainInput } from './plain-input.tsx'
import type { FieldProps } from './simple-field.tsx'

// Where papers reach a person: on paper always, and electronically where the form asks for it.
export async function AddressField(props: FieldProps<'address'>) {
  const t = await getTranslations('forms')
  const { drawing, path, field } = props
  const address = (typeof props.value === 'object' ? props.value : {}) as Partial<AddressValue>
  return (
    <Fieldset {...groupOf(props, t('optional'))}>
      <div className="space-y-4">
        <PlainInput
          drawing={drawing}
          path={`${path}.recipient`}
          label={t('recipient')}
          value={address.recipient}
          autoComplete="name"
          className="max-w-md"
        />
        <PlainInput
          drawing={drawing}
          path={`${path}.phone`}
          label={t('phone')}
          value={address.phone}
          inputMode="tel"
          autoComplete="tel"
          className="max-w-xs"
        />
        <PlainInput
          drawing={drawing}
          path={`${path}.address`}
          label={t('postalAddress')}
          help={t('postalAddressHelp')}
          value={address.address}
          autoComplete="street-address"
        />
        <PlainInput
          drawing={drawing}
          path={`${path}.postcode`}
          label={t('postcode')}
          note={t('optional')}
          value={address.postcode}
          inputMode="numeric"
          autoComplete="postal-code"
          className="max-w-40"
        />
        {field.electronic ? (
          <PlainInput
            drawing={drawing}
            path={`${path}.email`}
            label={t('email')}
            help={t('emailHelp')}
            note={t('optional')}
            value={address.email}
            type="email"
            autoComplete="email"
            className="max-w-md"
          />
        ) : null}
      </div>
    </Fieldset>
  )
}
