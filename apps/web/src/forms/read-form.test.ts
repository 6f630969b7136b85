import type { Form } from '@court/procedure/code/schema/forms'
import { formSchema } from '@court/procedure/code/schema/forms'
import { describe, expect, test } from 'vitest'
import { errorsById } from './error-paths.ts'
import { applyAct, readAct, withFirstItems, writeAct } from './list-acts.ts'
import { readForm } from './read-form.ts'
import { typedFaults } from './typed-faults.ts'

const words = { zh: '字', en: 'word' }
const form: Form = formSchema.parse({
  title: words,
  fields: {
    cause: { type: 'cause', label: words },
    mediation: { type: 'boolean', label: words },
    claims: {
      type: 'list-of',
      required: true,
      maxItems: 2,
      label: words,
      item: { text: { type: 'longtext', label: words }, amountFen: { type: 'amount', label: words } },
    },
    parties: { type: 'party-list', label: words, roles: ['plaintiff', 'defendant'], needs: ['plaintiff', 'defendant'] },
    signature: { type: 'signature', label: words },
    days: { type: 'number', label: words },
  },
})

function posted(...pairs: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('a posted form', () => {
  test('is read into the shapes of its fields', () => {
    const data = posted(
      ['cause', ' 108.3 '],
      ['mediation', 'yes'],
      ['claims', 'c1'],
      ['claims.c1.text', '归还借款\r\n五万元'],
      ['claims.c1.amountFen', '５０，０００元'],
      ['parties', 'p1'],
      ['parties.p1.role', 'plaintiff'],
      ['parties.p1.kind', 'person'],
      ['parties.p1.name', '甲某'],
      ['parties.p1.agents', 'a1'],
      ['parties.p1.agents.a1.kind', 'lawyer'],
      ['parties.p1.agents.a1.name', '丙某'],
      ['parties.p1.agents.a1.powers', 'settle'],
      ['parties.p1.agents.a1.powers', 'anything'],
      ['signature', '{"width":1,"height":1,"strokes":[[[0,0,0]]]}'],
      ['days', '７'],
    )
    expect(readForm(form, data)).toEqual({
      cause: '108.3',
      mediation: true,
      claims: [{ id: 'c1', text: '归还借款\n五万元', amountFen: 5_000_000 }],
      parties: [
        {
          id: 'p1',
          role: 'plaintiff',
          kind: 'person',
          name: '甲某',
          abroad: false,
          missing: false,
          agents: [{ id: 'a1', kind: 'lawyer', name: '丙某', powers: ['settle'] }],
        },
      ],
      signature: { width: 1, height: 1, strokes: [[[0, 0, 0]]] },
      days: 7,
    })
  })

  test('keeps an amount and a number that cannot be read as they were typed, and says what is wrong with them', () => {
    const input = readForm(form, posted(['claims', 'c1'], ['claims.c1.amountFen', '五万'], ['days', 'soon']))
    expect(input['claims']).toEqual([{ id: 'c1', amountFen: '五万' }])
    expect(Object.keys(typedFaults(form, input))).toEqual(['claims.c1.amountFen', 'days'])
  })

  test('reads only the fields of the step that was posted', () => {
    expect(readForm(form, posted(['cause', '1'], ['mediation', 'yes']), ['mediation'])).toEqual({ mediation: true })
  })

  test('with a broken signature has none', () => {
    expect(readForm(form, posted(['signature', '{"width":']))['signature']).toBeUndefined()
  })
})

describe('lists', () => {
  test('begin with what the form needs', () => {
    const input = withFirstItems(form, {})
    expect(input['claims']).toEqual([{ id: 'c1' }])
    expect(input['parties']).toMatchObject([
      { id: 'p1', role: 'plaintiff' },
      { id: 'p2', role: 'defendant' },
    ])
  })

  test('take a new item under an id never used in them, up to their bound', () => {
    const act = { kind: 'add', field: 'claims' } as const
    const two = applyAct(form, { claims: [{ id: 'c4' }] }, act)
    expect(two['claims']).toEqual([{ id: 'c4' }, { id: 'c5' }])
    expect(applyAct(form, two, act)).toEqual(two)
  })

  test('lose the one item that is removed', () => {
    const after = applyAct(
      form,
      { claims: [{ id: 'c1' }, { id: 'c2' }] },
      { kind: 'remove', field: 'claims', id: 'c1' },
    )
    expect(after['claims']).toEqual([{ id: 'c2' }])
  })

  test('a party takes two agents and no third', () => {
    let input = withFirstItems(form, {})
    for (let n = 0; n < 3; n += 1) input = applyAct(form, input, { kind: 'add-agent', field: 'parties', id: 'p1' })
    expect(input['parties']).toMatchObject([{ agents: [{ id: 'a1' }, { id: 'a2' }] }, {}])
  })

  test.each([
    { kind: 'add', field: 'parties', role: 'plaintiff' },
    { kind: 'remove', field: 'claims', id: 'c1' },
    { kind: 'remove-agent', field: 'parties', id: 'p1', agent: 'a1' },
  ] as const)('an act survives its button: $kind', (act) => {
    expect(readAct(posted(['_act', writeAct(act)]))).toEqual(act)
  })
})

test('errors found at the place of an item are shown at the item', () => {
  const input = { claims: [{ id: 'c4' }], parties: [{ id: 'p1', agents: [{ id: 'a2' }] }] } as never
  const errors = { 'claims.0.text': words, 'parties.0.agents.0.name': words, 'parties.7.name': words, grounds: words }
  expect(Object.keys(errorsById(errors, input))).toEqual([
    'claims.c4.text',
    'parties.p1.agents.a2.name',
    'parties.7.name',
    'grounds',
  ])
})
