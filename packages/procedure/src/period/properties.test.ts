import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../calendar/input-error.ts'
import { formatDate, parseDate } from '../calendar/plain-date.ts'
import { date, dayRules, facts, latestTriggerRequest, request } from '../../test/period-requests.ts'
import { answerPeriod } from './answer-period.ts'
import type { PeriodAnswer } from './answer-period.ts'
import { checkProof } from './check-proof.ts'

type Json = { [key: string]: unknown }

const answerOrNot = (asked: unknown): PeriodAnswer | undefined => {
  try {
    return JSON.parse(JSON.stringify(answerPeriod(asked))) as PeriodAnswer
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
const plus = (day: string, count: number): string => formatDate((parseDate(day) ?? 0) + count)

describe('every proof', () => {
  it('is found valid by the checker, which counts for itself', () => {
    let answered = 0
    fc.assert(
      fc.property(request, (asked) => {
        const answer = answerOrNot(asked)
        if (!answer) return
        answered++
        expect(checkProof(asked, answer)).toEqual({ valid: true })
      }),
      { numRuns: 600 },
    )
    expect(answered).toBeGreaterThan(200)
  })
  it('is found valid where the last day was rolled past the start before it is shortened', () => {
    for (const unit of ['day', 'court-day', 'week', 'month'])
      for (const count of [0, 1, 3]) {
        const rule = { count: 0, unit: 'day', direction: 'backward' }
        const asked = {
          rule: { laterOf: [{ rule, trigger: '2025-01-01', facts: [] }] },
          facts: [{ kind: 'shortening', count, unit }],
        }
        expect(checkProof(asked, answerPeriod(asked)), `${count} ${unit}`).toEqual({ valid: true })
      }
  })
  it('ends on the day of the answer and never names a day that does not follow from the one before', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const answer = answerOrNot(asked)
        if (!answer) return
        const end = answer.proof.find(({ step }) => step === 'end')
        expect(end).toMatchObject({ date: answer.due, dueAt: answer.dueAt, provisional: answer.provisional })
        for (const { because, becauseZh } of answer.proof)
          expect(`${because}${becauseZh}`).not.toMatch(/undefined|NaN|[{}]/)
      }),
      { numRuns: 200 },
    )
  })
  it('is invalid once a single value is changed, a step left out, doubled or moved, anywhere', () => {
    fc.assert(
      fc.property(fc.oneof(request, latestTriggerRequest), (asked) => {
        const answer = answerOrNot(asked)
        if (!answer) return
        for (const forged of forgeries(answer)) {
          const checked = checkProof(asked, forged)
          if (checked.valid) throw new Error(`accepted: ${JSON.stringify(forged)}`)
          expect(checked.message).not.toBe('')
        }
      }),
      { numRuns: 30 },
    )
  }, 120_000)
})

describe('the due day', () => {
  it('does not depend on the order of excluded days, transits, factors, closures and restarts', () => {
    const restarts = fc.array(
      date.map((at): Json => ({ kind: 'restart', at })),
      { maxLength: 3 },
    )
    const shuffled = fc
      .tuple(facts, restarts)
      .map(([given, anew]) => [...given, ...anew].filter(({ kind }) => kind !== 'extension' && kind !== 'shortening'))
      .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })))
    fc.assert(
      fc.property(dayRules, shuffled, (rule, [given, moved]) => {
        const answer = answerOrNot({ rule, trigger: '2025-01-01', facts: given })
        const other = answerOrNot({ rule, trigger: '2025-01-01', facts: moved })
        expect([other?.due, other?.dueAt, other?.provisional]).toEqual([
          answer?.due,
          answer?.dueAt,
          answer?.provisional,
        ])
      }),
    )
  })
  it('never comes earlier for a later event, a longer count, a longer way or one excluded day more', () => {
    const unit = fc.constantFrom('day', 'court-day', 'week')
    const roll = fc.constantFrom('next', 'previous', 'none')
    fc.assert(
      fc.property(date, unit, roll, fc.nat(30), fc.nat(10), date, (trigger, used, rolled, count, days, out) => {
        const rule = { count, unit: used, roll: rolled }
        const way = { kind: 'transit', days }
        const dueOf = (asked: Json) => answerPeriod(asked).due
        const due = dueOf({ rule, trigger, facts: [way] })
        expect(dueOf({ rule, trigger: plus(trigger, 1), facts: [way] }) >= due).toBe(true)
        expect(dueOf({ rule: { ...rule, count: count + 1 }, trigger, facts: [way] }) >= due).toBe(true)
        expect(dueOf({ rule, trigger, facts: [{ ...way, days: days + 1 }] }) >= due).toBe(true)
        expect(dueOf({ rule, trigger, facts: [way, { kind: 'excluded', from: out, to: out }] }) >= due).toBe(true)
      }),
    )
  })
  it('lies as many days later as distinct days are excluded after the event up to it', () => {
    const unit = fc.constantFrom('day', 'week', 'month')
    const out = fc.array(fc.tuple(fc.nat(60), fc.nat(9)), { maxLength: 5 })
    fc.assert(
      fc.property(date, unit, fc.nat(8), out, (trigger, used, count, intervals) => {
        const rule = { count, unit: used, roll: 'none' }
        const given = intervals.map(([from, length]) => ({
          kind: 'excluded',
          from: plus(trigger, from),
          to: plus(trigger, from + length),
        }))
        const isOut = (day: string) => given.some(({ from, to }) => from <= day && day <= to)
        let expected = answerPeriod({ rule, trigger }).due
        const plain = expected
        for (let before = ''; before !== expected;) {
          before = expected
          let excluded = 0
          for (let day = plus(trigger, 1); day <= expected; day = plus(day, 1)) if (isOut(day)) excluded++
          expected = plus(plain, excluded)
        }
        expect(answerPeriod({ rule, trigger, facts: given }).due).toBe(expected)
      }),
    )
  })
  it('is a court day wherever the rule rolls', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const answer = answerOrNot({ ...asked, calendar: 'cn' })
        if (!answer) return
        const next = answerPeriod({ rule: { count: 0 }, trigger: answer.due, calendar: 'cn' })
        if (!JSON.stringify(asked).includes('"none"') && !JSON.stringify(asked).includes('hour')) {
          expect(next.due).toBe(answer.due)
        }
      }),
    )
  })
})

describe('the latest trigger', () => {
  it('is really the latest: its period ends in time, and no event of the next hundred days leads to one that does', () => {
    fc.assert(
      fc.property(latestTriggerRequest, (asked) => {
        const answer = answerOrNot(asked)
        if (!answer) return
        const { by, ask: _, ...rest } = asked as Json & { by: string }
        const latest = answer.latestTrigger ?? ''
        const dueFor = (trigger: string) => answerOrNot({ ...rest, trigger })?.due ?? '9999-12-31'
        expect(dueFor(latest)).toBe(answer.due)
        expect(answer.due <= by).toBe(true)
        for (let after = 1; after <= 100; after++) expect(dueFor(plus(latest, after)) > by).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

describe('the machine', () => {
  it('has no say: under three zones the same requests have the same answers', () => {
    const requests = fc.sample(request, { numRuns: 200, seed: 20_260_601 })
    const script = fileURLToPath(new URL('../../bin/court-code.mjs', import.meta.url))
    const input = requests.map((asked, id) => JSON.stringify({ id, ...asked })).join('\n')
    const [first, ...others] = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Chatham'].map((TZ) => {
      const run = spawnSync(process.execPath, [script, 'period'], {
        input,
        encoding: 'utf8',
        env: { ...process.env, TZ },
        maxBuffer: 1 << 28,
      })
      expect(run.stderr).toBe('')
      expect(run.stdout.split('\n').filter((line) => line.includes('"due"')).length).toBeGreaterThan(60)
      return run.stdout
    })
    for (const other of others) expect(other).toBe(first)
  })
})

/** Answers in each of which one thing was changed. */
function* forgeries(answer: PeriodAnswer): Generator<unknown> {
  const { proof, ...rest } = answer
  for (const changed of changesOf(rest as Json)) yield { ...changed, proof }
  for (const [i, step] of proof.entries()) {
    const replaced = (...steps: unknown[]) => ({
      ...rest,
      proof: [...proof.slice(0, i), ...steps, ...proof.slice(i + 1)],
    })
    for (const changed of changesOf(step as Json)) yield replaced(changed)
    yield replaced()
    yield replaced(step, step)
    yield replaced({ ...step, note: 'more' })
    const next = proof[i + 1]
    if (next) yield { ...rest, proof: [...proof.slice(0, i), next, step, ...proof.slice(i + 2)] }
  }
}

function* changesOf(value: Json): Generator<Json> {
  for (const [key, one] of Object.entries(value)) {
    const { [key]: _, ...without } = value
    yield without
    if (typeof one === 'number') for (const other of [one + 1, one - 1, String(one)]) yield { ...value, [key]: other }
    if (typeof one === 'boolean') yield { ...value, [key]: !one }
    if (typeof one !== 'string') continue
    yield { ...value, [key]: `${one} ` }
    yield { ...value, [key]: null }
    const day = parseDate(one.slice(0, 10))
    if (day !== undefined) yield { ...value, [key]: formatDate(day + 1) + one.slice(10) }
  }
}
