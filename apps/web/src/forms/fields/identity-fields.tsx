import type { PartyValue } from '@court/procedure/code/form-values'
import { Field } from '@court/ui/field'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import { fieldId, type Drawing } from '../drawing.ts'
import { PlainInput } from './plain-input.tsx'

// Which document, and its number. An unknown number is said to be unknown, never invented.
export async function IdentityFields({
  drawing,
  path,
  place,
  party,
  note,
}: {
  drawing: Drawing
  path: string
  place: string
  party: PartyValue
  note: string | undefined
}) {
  const t = await getTranslations('forms')
  const usual = party.kind === 'organisation' ? 'credit-code' : 'resident-id'
  return (
    <div className="grid gap-4 sm:grid-cols-[14rem_1fr]">
      <Field id={fieldId(`${path}.idKind`)} label={t('idKind')}>
        {(control) => (
          <Select
            {...control}
            name={`${path}.idKind`}
            defaultValue={party.idKind ?? usual}
            options={[
              { value: 'resident-id', label: t('idResident') },
              { value: 'credit-code', label: t('idCreditCode') },
              { value: 'passport', label: t('idPassport') },
              { value: 'other', label: t('idOther') },
              ...(note === undefined ? [] : [{ value: 'unknown', label: t('idUnknown') }]),
            ]}
          />
        )}
      </Field>
      <PlainInput
        drawing={drawing}
        path={`${path}.idNumber`}
        paths={[`${place}.idNumber`]}
        label={t('idNumber')}
        note={note}
        value={party.idNumber}
        maxLength={40}
      />
    </div>
  )
}
