import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, clerk, courtClerk, filing, judge, person, plaintiff, staff } from '../../test/acting.ts'
import { codeOf } from '../../test/codes.ts'
import { noonOf } from '../../test/docket.ts'
import type { Field, ItemField } from '../code/schema/forms.ts'
import { answerPeriod } from '../period/answer-period.ts'
import { clocksOf } from './clocks.ts'
import { verifyChain } from './entry.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'
import { plusDays } from './legal-time.ts'
import { nextSteps, whatHappensNext } from './next.ts'
import { visibleTo } from './view.ts'

const code = codeOf()
const actors = [
  plaintiff,
  person('defendant', 'd1'),
  person('agent', 'd1'),
  clerk,
  courtClerk,
  judge,
  staff('filing-judge'),
  staff('president'),
]

/** One step of a walk: which of the possible actions, by whom, after how many days, and numbers to fill in forms with. */
const stepOf = fc.record({ action: fc.nat(), actor: fc.nat(), days: fc.nat({ max: 25 }), seed: fc.nat({ max: 997 }) })
type Step = typeof stepOf extends fc.Arbitrary<infer T> ? T : never

function fillIn(form: string | undefined, entries: Entry[], today: string, seed: number): JsonObject {
  const fields = form === undefined ? {} : (code.forms[form]?.fields ?? {})
  if (form === 'filing') return filing
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field], index) => {
      const value = valueFor(field, entries, today, seed + index * 7)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function valueFor(field: Field | ItemField, entries: Entry[], today: string, seed: number): JsonValue | undefined {
  const pick = <T>(list: readonly T[]): T | undefined => list[seed % list.length]
  switch (field.type) {
    case 'text':
    case 'longtext':
    case 'cause':
      return '写明的内容'
    case 'date':
      return plusDays(today, -(seed % 12))
    case 'amount':
      return seed % 3 === 0 ? 0 : 1_000_000
    case 'number':
      return (seed % 40) + 1
    case 'boolean':
    case 'consent':
      return seed % 2 === 0
    case 'choice':
      return pick(field.choices)?.value
    case 'reasons':
      return Object.entries(code.reasons)
        .flatMap(([id, reason]) => (reason.kind === field.kind ? [id] : []))
        .slice(0, 2)
    case 'party-ref':
      return pick(['d1', 'p1', 'd9'])
    case 'clock-ref':
      return pick(['trial-limit', 'evidence', 'answer@d1', 'nothing'])
    case 'entry-ref':
      return (seed % (entries.length + 1)) + 1
    case 'address':
      return { recipient: '收件人', phone: 'invented', address: 'invented' }
    case 'party-list':
      return [{ id: 'd2', role: 'defendant', kind: 'person', name: '丙某', abroad: seed % 2 === 0, missing: false }]
    case 'material-list':
      return [{ id: 'm9', type: 'evidence', sha256: 'cc', pages: 1 }]
    default:
      return undefined
  }
}

function walk(steps: readonly Step[]): { entries: Entry[]; today: string } {
  let today = '2025-03-03'
  let entries: Entry[] = []
  for (const step of [{ action: 0, actor: 0, days: 0, seed: 0 }, ...steps]) {
    today = plusDays(today, step.days)
    // Most walks go on: what ends a case is tried one time in five.
    const possible = nextSteps(entries, code, null, noonOf(today)).filter((one) => !one.danger || step.seed % 5 === 0)
    const chosen = possible[step.action % possible.length]
    const able = actors.filter((actor) => chosen?.by.some((role) => actor.ref.roles.includes(role)))
    const actor = able[step.actor % Math.max(able.length, 1)]
    if (chosen === undefined || actor === undefined) continue
    const input = fillIn(chosen.form, entries, today, step.seed)
    const decision = act(entries, { action: chosen.action, by: actor, input, on: today })
    if (decision.ok) entries = [...entries, ...decision.entries]
    else expect(decision.ruleId).toMatch(/^[a-z-]+\.[a-z.-]+$/)
  }
  return { entries, today }
}

test('whatever is tried, in whatever order, a case stays whole and every clock can be proved', () => {
  let written = 0
  fc.assert(
    fc.property(fc.array(stepOf, { minLength: 5, maxLength: 30 }), (steps) => {
      const { entries, today } = walk(steps)
      written += entries.length
      expect(verifyChain(entries)).toEqual({ valid: true })
      const state = fold(entries, code)
      expect(Object.keys(code.states)).toContain(state.state)
      const clocks = clocksOf(entries, code, noonOf(today))
      for (const clock of clocks) {
        expect(answerPeriod(clock.request)).toMatchObject({ due: clock.due, dueAt: clock.dueAt })
        expect(new Set(clock.history.map((one) => one.seq)).size).toBe(clock.history.length)
        if (state.isTerminal && code.periods[clock.periodId]?.outlives !== true) expect(clock.status).toBe('cleared')
      }
      expect(whatHappensNext(entries, code, noonOf(today)) === null).toBe(
        state.isTerminal && !clocks.some((one) => one.status === 'running'),
      )
      const seen = visibleTo(entries, code, person('defendant', 'd1'))
      expect(seen.every((entry) => entry.type !== 'question-asked' || entry.subject === 'd1')).toBe(true)
    }),
    { numRuns: 40 },
  )
  expect(written).toBeGreaterThan(250)
})
