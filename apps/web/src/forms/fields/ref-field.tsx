import { Field } from '@court/ui/field'
import { Select, type SelectOption } from '@court/ui/select'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { Drawing } from '../drawing.ts'
import { frameOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

type RefType = 'party-ref' | 'clock-ref' | 'entry-ref' | 'staff-ref'

// One of what there is in this case: a party, a clock, an entry, a member of staff.
export async function RefField(props: FieldProps<RefType>) {
  const t = await getTranslations('forms')
  const given = props.drawing.lists.options?.[props.path]
  const options = given
    ? given.map(({ value, label, isBlocked }) => ({
        value,
        label: isBlocked ? `${props.drawing.say(label)} (${props.drawing.say(isBlocked)})` : props.drawing.say(label),
        disabled: isBlocked !== undefined,
      }))
    : optionsFor(props.field, props.drawing)
  const { value } = props
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <Select
          {...control}
          name={props.path}
          defaultValue={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          placeholder={options.length === 0 ? t('nothingToChoose') : t('choose')}
          options={options}
          className="max-w-md"
        />
      )}
    </Field>
  )
}

function optionsFor(field: FieldProps<RefType>['field'], { lists, say, locale }: Drawing): SelectOption[] {
  switch (field.type) {
    case 'party-ref':
      return (lists.parties ?? [])
        .filter((party) => !field.roles || field.roles.includes(party.role))
        .map((party) => ({ value: party.id, label: `${roleTitle(lists, say, party.role)} ${party.name}` }))
    case 'clock-ref':
      return (lists.clocks ?? [])
        .filter((clock) => !field.periods || field.periods.includes(clock.periodId))
        .map((clock) => ({ value: clock.key, label: `${say(clock.title)} ${formatDay(clock.due, locale)}` }))
    case 'entry-ref':
      return (lists.entries ?? [])
        .filter((entry) => !field.entries || field.entries.includes(entry.type))
        .map((entry) => ({
          value: String(entry.seq),
          label: `#${entry.seq} ${say(entry.title)} ${formatDay(entry.on, locale)}`,
        }))
    case 'staff-ref':
      return (lists.staff ?? [])
        .filter((member) => field.roles.some((role) => member.roles.includes(role)))
        .map((member) => ({ value: member.id, label: member.name }))
  }
}

function roleTitle(lists: Drawing['lists'], say: Drawing['say'], role: string): string {
  const known = lists.roles[role]
  return known ? say(known.title) : role
}
