import type { PartyValue } from '@court/procedure/code/form-values'
import { Field } from '@court/ui/field'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import { countryOptions } from '../countries.ts'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'
import { When } from '../when.tsx'
import { PlainInput } from './plain-input.tsx'

// Which document, and its number. An unknown number is said to be unknown, never invented.
export async function IdentityFields({
  drawing,
  path,
  party,
  note,
}: {
  drawing: Drawing
  path: string
  party: PartyValue
  note: string | undefined
}) {
  const t = await getTranslations('forms')
  const usual = party.kind === 'organisation' ? 'credit-code' : 'resident-id'
  return (
    <div className="grid gap-4 sm:grid-cols-[14rem_1fr]">
      <Field id={fieldId(`${path}.idKind`)} label={t('idKind')} error={errorAt(drawing, `${path}.idKind`)}>
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
        label={t('idNumber')}
        note={note}
        value={party.idNumber}
        maxLength={40}
      />
      <When
        field={`${path}.idKind`}
        values={['passport', 'other']}
        isShown={party.idKind === 'passport' || party.idKind === 'other'}
      >
        <Field
          id={fieldId(`${path}.nationality`)}
          label={t('nationality')}
          error={errorAt(drawing, `${path}.nationality`)}
        >
          {(control) => (
            <Select
              {...control}
              name={`${path}.nationality`}
              defaultValue={party.nationality ?? ''}
              placeholder={t('choose')}
              options={countryOptions(drawing.locale)}
            />
          )}
        </Field>
      </When>
    </div>
  )
}
