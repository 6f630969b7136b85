import type { PartyValue } from '@court/procedure/code/form-values'
import { Field } from '@court/ui/field'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import { countryOptions } from '../countries.ts'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'
import { When } from '../when.tsx'
import { PlainInput } from './plain-input.tsx'

// Which document, and its number. A person and an organisation have different ones; an unknown number is said to be unknown, never invented.
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
  const unknown = note === undefined ? [] : [{ value: 'unknown', label: t('idUnknown') }]
  const other = { value: 'other', label: t('idOther') }
  const isOrganisation = party.kind === 'organisation'
  const hasCountry = party.idKind === 'passport' || party.idKind === 'other'
  return (
    <div className="space-y-4">
      <When field={`${path}.kind`} values={['person']} isShown={!isOrganisation}>
        <KindSelect
          drawing={drawing}
          path={path}
          id={fieldId(`${path}.idKind`)}
          value={party.idKind ?? 'resident-id'}
          options={[
            { value: 'resident-id', label: t('idResident') },
            { value: 'passport', label: t('idPassport') },
            other,
            ...unknown,
          ]}
        />
      </When>
      <When field={`${path}.kind`} values={['organisation']} isShown={isOrganisation}>
        <KindSelect
          drawing={drawing}
          path={path}
          id={fieldId(`${path}.idKindOrganisation`)}
          value={party.idKind ?? 'credit-code'}
          options={[{ value: 'credit-code', label: t('idCreditCode') }, other, ...unknown]}
        />
      </When>
      <PlainInput
        drawing={drawing}
        path={`${path}.idNumber`}
        label={t('idNumber')}
        note={note}
        value={party.idNumber}
        maxLength={40}
        className="max-w-md"
      />
      <When field={`${path}.idKind`} values={['passport', 'other']} isShown={hasCountry}>
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
              className="max-w-md"
            />
          )}
        </Field>
      </When>
    </div>
  )
}

async function KindSelect({
  drawing,
  path,
  id,
  value,
  options,
}: {
  drawing: Drawing
  path: string
  id: string
  value: string
  options: { value: string; label: string }[]
}) {
  const t = await getTranslations('forms')
  return (
    <Field id={id} label={t('idKind')} error={errorAt(drawing, `${path}.idKind`)}>
      {(control) => (
        <Select
          {...control}
          name={`${path}.idKind`}
          defaultValue={options.some((option) => option.value === value) ? value : options[0]?.value}
          options={options}
          className="max-w-md"
        />
      )}
    </Field>
  )
}
