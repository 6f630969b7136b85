'use client'

import { useFormState } from '@court/ui/action-form'
import { FieldError } from '@court/ui/field'
import { Select } from '@court/ui/select'
import { Td, Th, Table } from '@court/ui/table'
import type { HearingPlan } from '@court/usecases/hearings/hearing-types'
import type { HearingWords } from '../hearing-words.ts'

export type RollPerson = Pick<HearingPlan['people'][number], 'who' | 'name' | 'consent' | 'isExpected' | 'side'> & {
  roleText: string
}

// The roll: who takes part and how. What was recorded about online stands beside the choice.
export function RollTable({ people, words }: { people: RollPerson[]; words: HearingWords }) {
  const state = useFormState()
  const kept = state?.values['seats']
  const chosen =
    kept === undefined ? null : new Map(kept.split('\n').map((line) => line.split(' ') as [string, string]))
  const error = state?.errors['seats']
  return (
    <fieldset id="f-seats" className="min-w-0">
      <legend className="mb-1 font-semibold">{words.form.roll}</legend>
      {error ? <FieldError message={error} /> : null}
      <Table label={words.form.roll} isDense>
        <thead>
          <tr>
            <Th>{words.form.takes}</Th>
            <Th>{words.form.mode}</Th>
            <Th>{words.form.consent}</Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.who}>
              <Td className="align-middle">
                <label className="flex min-h-target-dense cursor-pointer items-center gap-2">
                  <input
                    type="checkbox"
                    name="who"
                    value={person.who}
                    defaultChecked={chosen ? chosen.has(person.who) : person.isExpected}
                    className="size-5 shrink-0 accent-accent"
                  />
                  <span>
                    <span className="font-semibold">{person.name}</span>{' '}
                    <span className="whitespace-nowrap text-muted">{person.roleText}</span>
                  </span>
                </label>
              </Td>
              <Td className="align-middle">
                <Select
                  key={chosen?.get(person.who) ?? ''}
                  name={`mode ${person.who}`}
                  aria-label={`${words.form.mode} ${person.name}`}
                  controlSize="dense"
                  defaultValue={chosen?.get(person.who) ?? (person.consent === 'refused' ? 'in-court' : 'online')}
                  options={[
                    { value: 'online', label: words.modes.online },
                    { value: 'in-court', label: words.modes['in-court'] },
                  ]}
                  className="min-w-28"
                />
              </Td>
              <Td className="align-middle">{person.consent ? words.consents[person.consent] : '—'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </fieldset>
  )
}
