import { describe, expect, test } from 'vitest'
import { builtInCodes } from '../built-in-codes.node.ts'
import { lintPacks } from './lint-packs.ts'

/** A whole code in one file, small enough to read: a filing is made, and answered. Each test breaks one line of it. */
const sound = `id: cn.small
version: '2026.1'
layer: national
title: { zh: 小规程, en: A small code }
reference: { law: 民诉法, article: 122 }
from: '2024-01-01'
roles:
  plaintiff: { side: party, title: { zh: 原告, en: Plaintiff }, reference: { law: 民诉法, article: 51 } }
  filing-clerk: { side: court, title: { zh: 书记员, en: Clerk }, reference: { law: 民诉法, article: 40 } }
states:
  draft: { title: { zh: 草稿, en: Draft }, reference: { law: 民诉法, article: 123 }, phase: filing, order: 0, initial: true, holder: [plaintiff] }
  filed: { title: { zh: 待审查, en: Filed }, reference: { law: 民诉法, article: 126 }, phase: filing, order: 1, holder: [filing-clerk] }
  done: { title: { zh: 已办结, en: Done }, reference: { law: 民诉法, article: 126 }, phase: closed, order: 2, terminal: true, holder: [] }
entries:
  filing-received:
    title: { zh: 收到材料, en: Filing received }
    reference: { law: 民诉法, article: 126 }
    enters: filed
    data: { amountFen: int, days: int }
  filing-answered: { title: { zh: 已答复, en: Answered }, reference: { law: 民诉法, article: 126 }, enters: done }
facts:
  amountFen: { title: { zh: 标的额, en: Amount }, reference: { law: 民诉法, article: 124 }, type: int, from: { filing-received: amountFen } }
forms:
  filing:
    title: { zh: 起诉, en: Filing }
    reference: { law: 民诉法, article: 124 }
    fields:
      amountFen: { type: amount, required: true, label: { zh: 金额, en: Amount } }
actions:
  submit:
    title: { zh: 提交, en: Submit }
    reference: { law: 民诉法, article: 123 }
    by: [plaintiff]
    from: [draft]
    to: filed
    form: filing
    guards:
      - { id: some-amount, when: input.amountFen > 0, refusal: { zh: 请写金额。, en: State the amount. } }
    writes: [{ entry: filing-received, data: { amountFen: input.amountFen } }]
    tells: [{ who: filing-clerk, notice: received, due: decision }]
  answer:
    title: { zh: 答复, en: Answer }
    reference: { law: 民诉法, article: 126 }
    by: [filing-clerk]
    from: [filed]
    to: done
    writes: [filing-answered]
notices:
  received:
    title: { zh: 已收到, en: Received }
    reference: { law: 民诉法, article: 126 }
    subject: { zh: 已收到, en: Received }
    body: { zh: '将在{due}前决定。', en: 'Decided by {due}.' }
periods:
  decision:
    title: { zh: 审查期限, en: Time to decide }
    reference: { law: 民诉法, article: 126 }
    rule: { count: 7, unit: day }
    whose: court
    starts: filing-received
    clears: filing-answered
    floor: { rule.count: at-most }
    examples: [{ facts: { filing-received: '2025-03-03' }, due: '2025-03-10' }]
`
const story = `title: { zh: 一个案件, en: A case }
court: 京0101
story:
  - { on: '2025-03-03', do: submit, by: plaintiff, as: p1, input: { amountFen: 100 }, then: { state: filed, clocks: { decision: 2025-03-10 running } } }
  - { on: '2025-03-04', do: answer, by: filing-clerk, then: { state: done } }
`

function lint(from = '', to = '', told = story) {
  if (from !== '' && !sound.includes(from)) throw new Error(`the sound code has no ${from}`)
  const files = new Map([
    ['small/pack.yaml', sound.replace(from, () => to)],
    ['small/examples/case.yaml', told],
  ])
  return lintPacks(files)
}

describe('lint', () => {
  test('finds nothing in a sound code', () => {
    expect(lint()).toEqual([])
  })

  test.each<[string, string, string, string, string, string]>([
    [
      'an unknown field',
      '    whose: court',
      '    whos: court',
      'unknown-field',
      'periods.decision',
      'unknown field "whos"',
    ],
    ['a word that is not allowed', 'at-most', 'at-mots', 'schema', 'periods.decision', ''],
    ['broken YAML', 'rule: { count: 7, unit: day }', 'rule: { count: 7, unit: day', 'yaml', 'pack', ''],
    [
      'an unknown name in a condition',
      'input.amountFen > 0',
      'input.amount > 0',
      'cel',
      'actions.submit',
      'No such key: amount',
    ],
    [
      'a condition that is not one',
      'when: input.amountFen > 0',
      'when: input.amountFen + 1',
      'cel',
      'actions.submit',
      'is int, must be bool',
    ],
    [
      'types that do not fit',
      'when: input.amountFen > 0',
      "when: input.amountFen > 'a'",
      'cel',
      'actions.submit',
      'no such overload',
    ],
    [
      'a costly condition',
      'when: input.amountFen > 0',
      "when: today.matches('(a+)+')",
      'cel',
      'actions.submit',
      'not allowed',
    ],
    [
      'a datum of the wrong type',
      'data: { amountFen: input.amountFen }',
      'data: { amountFen: today }',
      'cel',
      'actions.submit',
      'is string, must be int',
    ],
    [
      'an entry that a condition asks for',
      'when: input.amountFen > 0',
      `when: '!("filed-before" in happened)'`,
      'unresolved-reference',
      'actions.submit',
      'there is no entry type "filed-before"',
    ],
    [
      'an unknown role',
      'by: [filing-clerk]',
      'by: [filing-clark]',
      'unresolved-reference',
      'actions.answer',
      'there is no role "filing-clark"',
    ],
    [
      'a missing notice',
      'notice: received, due',
      'notice: recieved, due',
      'unresolved-reference',
      'actions.submit',
      'there is no notice "recieved"',
    ],
    [
      'a missing form',
      'form: filing',
      'form: fling',
      'unresolved-reference',
      'actions.submit',
      'there is no form "fling"',
    ],
    [
      'a missing document',
      'writes: [filing-answered]',
      'writes: [filing-answered]\n    documents: [{ document: letter }]',
      'unresolved-reference',
      'actions.answer',
      'there is no document "letter"',
    ],
    [
      'missing reasons',
      'fields:\n',
      'fields:\n      why: { type: reasons, kind: refuse, label: { zh: 理由, en: Why } }\n',
      'missing-reasons',
      'forms.filing',
      'there are none',
    ],
    [
      'a datum that the entry does not have',
      'data: { amountFen: input.amountFen }',
      'data: { amountFn: input.amountFen }',
      'unknown-datum',
      'actions.submit',
      'has no datum "amountFn"',
    ],
    [
      'a state nobody reaches',
      '  done:',
      '  lost: { title: { zh: 失落, en: Lost }, reference: { law: 民诉法, article: 126 }, phase: filing, order: 9, holder: [] }\n  done:',
      'unreachable-state',
      'states.lost',
      'no action leads to',
    ],
    ['a path that never ends', 'enters: done }', 'enters: filed }', 'endless-path', 'states.filed', 'can never end'],
    ['a wrong state after an action', '    to: done', '    to: filed', 'wrong-state', 'actions.answer', 'to: done'],
    ['no initial state', ', initial: true', '', 'initial-state', 'states.draft', 'no state is the initial one'],
    [
      'a field that no page has',
      '    fields:\n',
      '    steps: [{ id: one, title: { zh: 一, en: One }, fields: [note] }]\n    fields:\n      note: { type: text, label: { zh: 说明, en: Note } }\n',
      'field-on-no-page',
      'forms.filing',
      'no step of the form has the field "amountFen"',
    ],
    [
      'an entry about a party that names none',
      'enters: done }',
      'enters: done, perSubject: true }',
      'entry-without-party',
      'actions.answer',
      'names none',
    ],
    [
      'a clock that never clears',
      'clears: filing-answered',
      'clears: filing-received-again',
      'clock-never-clears',
      'periods.decision',
      'nothing clears this clock',
    ],
    [
      'a clock that never starts',
      'starts: filing-received',
      'starts: filing-lost',
      'clock-never-starts',
      'periods.decision',
      'nothing starts this clock',
    ],
    [
      'a clock of a party without a party',
      'whose: court',
      'whose: court\n    subject: party',
      'clock-without-party',
      'periods.decision',
      'names no party',
    ],
    [
      'a backward rule that rolls next',
      'unit: day }',
      'unit: day, direction: backward, roll: next }',
      'backward-roll',
      'periods.decision',
      'becomes shorter',
    ],
    [
      'a refusal in one language',
      'en: State the amount.',
      'en: 请写金额。',
      'one-language',
      'actions.submit',
      'is not English',
    ],
    ['a refusal without English', ', en: State the amount. }', ' }', 'schema', 'actions.submit', 'is missing'],
    [
      'a placeholder nobody fills',
      '{due}前决定',
      '{whence}前决定',
      'unknown-placeholder',
      'notices.received',
      '{whence}',
    ],
    [
      '{due} of which clock',
      'notice: received, due: decision',
      'notice: received',
      'due-of-which-clock',
      'actions.submit',
      'names {due}',
    ],
    [
      'an example that does not hold',
      "due: '2025-03-10' }",
      "due: '2025-03-11' }",
      'example-failed',
      'periods.decision',
      'it gives 2025-03-10 running, 2025-03-11 expected',
    ],
    [
      'no example',
      "    examples: [{ facts: { filing-received: '2025-03-03' }, due: '2025-03-10' }]\n",
      '',
      'no-example',
      'periods.decision',
      'no worked example',
    ],
    [
      'no reference',
      'title: { zh: 审查期限, en: Time to decide }\n    reference: { law: 民诉法, article: 126 }',
      'title: { zh: 审查期限, en: Time to decide }',
      'no-reference',
      'periods.decision',
      'where it comes from',
    ],
    [
      'an invented kind of reference',
      'article: 124 }\n    fields',
      'artikel: 124 }\n    fields',
      'schema',
      'forms.filing',
      'article: is missing',
    ],
  ])('finds %s', (_name, from, to, code, rule, message) => {
    const found = lint(from, to).filter((one) => one.code === code && one.rule === rule)
    expect(found.length).toBeGreaterThan(0)
    expect(`${found[0]?.message} ${found[0]?.fix}`).toContain(message)
    expect(found[0]).toMatchObject({
      file: 'small/pack.yaml',
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    })
  })

  test.each([
    ['input.amountFen > 0', 'input.amount > 0', 38, 40],
    ['when: input.amountFen > 0', "when: 'input.amount > 0'", 38, 41],
    [
      '{ id: some-amount, when: input.amountFen > 0, refusal: { zh: 请写金额。, en: State the amount. } }',
      'id: some-amount\n        when: >-\n          input.amountFen > 0 &&\n          input.amount > 0\n        refusal: { zh: 请写金额。, en: State the amount. }',
      41,
      17,
    ],
  ])('points into the condition %#', (from, to, line, column) => {
    const [finding] = lint(from, to)
    expect(finding).toMatchObject({ code: 'cel', line, column })
  })

  test('finds an action that occurs in no story, and a story that does not come true', () => {
    const short = story.split('\n').slice(0, 4).join('\n')
    expect(lint('', '', short).map((one) => [one.code, one.rule])).toContainEqual(['no-example', 'actions.answer'])
    const wrong = story.replace('state: done', 'state: filed')
    expect(lint('', '', wrong)).toContainEqual(
      expect.objectContaining({
        code: 'example-failed',
        file: 'small/examples/case.yaml',
        line: 5,
        message: '2025-03-04 answer: state is "done", filed expected',
      }),
    )
  })

  test('a file that is no pack is said to be none', () => {
    const found = lintPacks(new Map([['notes.yaml', 'just: text\n']]))
    expect(found).toMatchObject([{ code: 'no-pack', severity: 'error', file: 'notes.yaml' }])
  })

  test('a lower layer may not write what is reserved', () => {
    const court = `id: court.京0101
version: '2026.1'
layer: court
title: { zh: 某法院, en: A court }
extends: [cn.small]
courts: [京0101]
from: '2024-01-01'
actions:
  shortcut: { title: { zh: 捷径, en: Shortcut }, reference: { law: 民诉法, article: 126 }, by: [filing-clerk], from: [filed], to: done, writes: [filing-answered] }
`
    const files = new Map([
      ['small/pack.yaml', sound.replace('enters: done }', 'enters: done, reserved: true }')],
      ['small/examples/case.yaml', story],
      ['courts/京0101.yaml', court],
    ])
    expect(lintPacks(files).map((one) => [one.code, one.rule, one.file])).toContainEqual([
      'reserved-entry',
      'actions.shortcut',
      'courts/京0101.yaml',
    ])
  })

  test('finds nothing in the codes that ship with the product', () => {
    expect(lintPacks(builtInCodes())).toEqual([])
  })
})
