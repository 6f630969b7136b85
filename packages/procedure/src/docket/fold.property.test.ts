import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../test/codes.ts'
import { docket, noonOf, parties } from '../../test/docket.ts'
import type { Fact } from '../../test/docket.ts'
import { clocksOf } from './clocks.ts'
import { verifyChain } from './entry.ts'
import type { Entry } from './entry.ts'
import { fold } from './fold.ts'
import { plusDays } from './legal-time.ts'
import { tasksOf } from './tasks.ts'

const code = codeOf()
const now = noonOf('2025-12-01')

/** Facts of a case, each on a day of its own; the filing first, for nothing happens in a case before it. */
const facts: fc.Arbitrary<Fact[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 12, maxLength: 12 }),
    fc.shuffledSubarray(
      [
        { type: 'correction-requested', data: { reasons: ['not-signed'], days: 7 } },
        { type: 'correction-received' },
        { type: 'filing-accepted', data: { procedure: 'summary' } },
        { type: 'fee-notified', data: { feeFen: 5000 } },
        { type: 'fee-paid', data: { paidFen: 5000 } },
        { type: 'complaint-served', subject: 'd1' },
        { type: 'complaint-served', subject: 'd2' },
        { type: 'answer-received', subject: 'd1' },
        { type: 'evidence-period-set', data: { days: 15 } },
        { type: 'jurisdiction-objected', subject: 'd2' },
        { type: 'jurisdiction-decided' },
        { type: 'case-stayed', data: { ground: 'heirs' } },
        { type: 'case-resumed' },
        { type: 'procedure-changed', data: { procedure: 'ordinary' } },
        { type: 'period-extended', data: { period: 'evidence', count: 5, unit: 'day', procedure: 'summary' } },
        { type: 'days-excluded', data: { period: 'trial-limit', from: '2025-04-01', to: '2025-04-10' } },
      ],
      { maxLength: 12 },
    ),
  )
  .map(([days, chosen]) => [
    { type: 'filing-received', on: '2025-01-02', data: { parties, amountFen: 5000, isMoneyOnly: true } },
    ...chosen.map((fact, index) => ({ ...fact, on: plusDays('2025-01-02', days[index] ?? 1) })),
  ])

/** The same facts recorded in another order, all long after they happened. */
const recordedTwice = facts.chain((list) =>
  fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }).map((shuffled) => ({
    inOrder: docket(list.map((fact) => ({ ...fact, recordedOn: '2025-11-01' }))),
    shuffled: docket(shuffled.map((fact) => ({ ...fact, recordedOn: '2025-11-02' }))),
  })),
)

const gist = (entries: readonly Entry[]) => {
  const state = fold(entries, code)
  const clocks = clocksOf(entries, code, now)
  return {
    state: state.state,
    since: state.stateSince,
    facts: state.facts,
    parties: state.parties,
    clocks: clocks.map(({ key, due, dueAt, status, startedOn, clearedOn, isLate, proof }) => {
      return { key, due, dueAt, status, startedOn, clearedOn, isLate, proof }
    }),
    tasks: tasksOf(state, code, clocks, now).map(({ key, due, isOverdue }) => ({ key, due, isOverdue })),
  }
}

describe('a docket', () => {
  test('says the same in whatever order its facts were recorded', () => {
    fc.assert(
      fc.property(recordedTwice, ({ inOrder, shuffled }) => {
        expect(gist(shuffled)).toEqual(gist(inOrder))
      }),
      { numRuns: 120 },
    )
  })

  test('is the same after a fact was recorded and corrected away', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 110 }), (list, day) => {
        const wrong = {
          type: 'complaint-served',
          subject: 'd1',
          on: plusDays('2025-01-02', day),
          recordedOn: '2025-11-01',
        }
        const late = list.map((fact) => ({ ...fact, recordedOn: '2025-11-01' }))
        const corrected = docket([
          ...late,
          wrong,
          { type: 'entry-corrected', on: '2025-11-01', corrects: late.length + 1, data: { ground: 'wrong' } },
        ])
        expect(gist(corrected)).toEqual(gist(docket(late)))
      }),
      { numRuns: 60 },
    )
  })

  test('that nobody touched is valid, and any change, removal or new order is found', () => {
    fc.assert(
      fc.property(facts, fc.nat(), fc.constantFrom('change', 'remove', 'swap'), (list, pick, how) => {
        const entries = docket(list)
        expect(verifyChain(entries)).toEqual({ valid: true })
        const head = { seq: entries.length, hash: entries.at(-1)?.hash ?? '' }
        const index = pick % entries.length
        const broken = tamper(entries, index, how)
        if (broken !== undefined) expect(verifyChain(broken, head).valid).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})

function tamper(entries: readonly Entry[], index: number, how: 'change' | 'remove' | 'swap'): Entry[] | undefined {
  if (how === 'change') return entries.map((entry, at) => (at === index ? { ...entry, on: '2024-12-31' } : entry))
  if (how === 'remove') return entries.filter((_, at) => at !== index)
  if (index === 0) return undefined
  const copy = [...entries]
  const [here, before] = [copy[index], copy[index - 1]]
  if (here === undefined || before === undefined) return undefined
  copy[index] = before
  copy[index - 1] = here
  return copy
}
