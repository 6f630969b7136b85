import type { NamedCalendars } from '../calendar/court-calendar.ts'
import { InputError } from '../calendar/input-error.ts'
import { readClock, textOfReading } from './check/clock-reading.ts'
import { dayOfText, lastDay, Lost, textOfDay } from './check/day-text.ts'
import type { Check, Reached, Steps } from './check/expect-part.ts'
import { expectPeriod } from './check/expect-period.ts'
import { stepOf } from './check/sentence.ts'
import type { Expected } from './check/sentence.ts'
import { Days } from './check/walk.ts'
import type { Period } from './model.ts'
import type { RuleLookUp } from './read-period.ts'
import { readRequest } from './read-request.ts'
import type { Ask, PeriodRequest } from './read-request.ts'

/** `step` is the place of the first wrong step, from 1; 0 where the answer holds no proof. */
export type ProofCheck = { valid: true } | { valid: false; step: number; message: string }

/**
 * Whether an answer of `court-code period` follows from its request, by code that shares only the reading of requests and the
 * days of calendars with the counting: it walks day by day, says what every step must be, and compares.
 */
export function checkProof(
  request: unknown,
  answer: unknown,
  calendars: NamedCalendars = new Map(),
  lookUp?: RuleLookUp,
): ProofCheck {
  if (!isRecord(answer)) return wrong(0, 'the answer is no object')
  const { proof } = answer
  if (!Array.isArray(proof)) return wrong(0, 'the answer holds no proof')
  let at = 0
  try {
    const asked = readRequest(request, calendars, lookUp)
    const steps = expectAnswer(asked, answer)
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done)
        return proof.length > at
          ? wrong(at + 1, 'the proof goes on after its end')
          : compareAnswer(asked, next.value, answer, at)
      const difference = differenceOf({ n: at + 1, ...next.value }, proof[at])
      at++
      if (difference !== undefined) return wrong(at, difference)
    }
  } catch (error) {
    if (error instanceof InputError || error instanceof Lost)
      return wrong(at, `the request has no such answer: ${error.message}`)
    throw error
  }
}

/** What the answer must say beside its proof. */
function* expectAnswer({ period, calendar, ask }: PeriodRequest, answer: Record<string, unknown>): Steps<Expected> {
  const check: Check = { days: new Days(calendar), zone: calendar.zone, isEarliest: false }
  const latest = ask.kind === 'latest-trigger' ? dayOfText(answer['latestTrigger']) : undefined
  if (ask.kind === 'latest-trigger' && latest === undefined) {
    throw new InputError('no-such-date', 'latestTrigger is no date', 'latestTrigger')
  }
  const asked: Period = latest === undefined ? period : { ...period, trigger: { kind: 'date', day: latest } }
  const end = yield* expectPeriod(asked, check)
  const later =
    ask.kind === 'latest-trigger' && latest !== undefined ? laterTriggers(period, latest, ask.by, check) : undefined
  const { firstDoubtful } = check.days
  const provisional = firstDoubtful !== undefined
  const [due, dueAt] = [textOfDay(end.day), textOfReading(end, end.instant)]
  yield stepOf('end', '', due, provisional ? 'end.provisional' : 'end.certain', {
    dueAt,
    provisional,
    ...(provisional ? { provisionalDay: textOfDay(firstDoubtful) } : {}),
  })
  const said = { due, dueAt, provisional }
  if (ask.kind === 'due') return said
  if (ask.kind === 'in-time') return { ...said, inTime: yield* expectInTime(ask, end, check) }
  if (end.day > ask.by)
    throw new InputError('too-late', `it ends on ${due}, after ${textOfDay(ask.by)}`, 'latestTrigger')
  const latestTrigger = textOfDay(latest ?? 0)
  yield stepOf('latest-trigger', '', latestTrigger, 'latest-trigger.found', { by: textOfDay(ask.by), ...later })
  return { ...said, latestTrigger }
}

function* expectInTime(
  { act, text }: Extract<Ask, { kind: 'in-time' }>,
  end: Reached,
  { zone }: Check,
): Steps<boolean> {
  const inTime = act.kind === 'instant' ? act.ms < end.instant : act.day <= end.day
  const day = act.kind === 'instant' ? readClock(zone, act.ms).day : act.day
  yield stepOf('in-time', '', textOfDay(day), inTime ? 'in-time.yes' : 'in-time.no', { act: text, inTime })
  return inTime
}

/** Makes sure that no later event will do: day by day, until not even the earliest end that can come into question would. */
function laterTriggers(
  period: Period,
  latest: number,
  by: number,
  { days, zone }: Check,
): { next: string; nextDue: string } | undefined {
  let told: { next: string; nextDue: string } | undefined
  for (let day = latest + 1; day <= lastDay; day++) {
    const fresh = new Days(days.calendar)
    const end = endFor(period, day, { days: fresh, zone, isEarliest: false })
    if (end !== undefined && end <= by) {
      throw new InputError('not-the-latest', `an event on ${textOfDay(day)} would still do`, 'latestTrigger')
    }
    if (day === latest + 1 && end !== undefined && end !== Infinity) {
      told = { next: textOfDay(day), nextDue: textOfDay(end) }
      const rollsBack = period.rule.kind === 'parts' && period.rule.parts.some(({ roll }) => roll === 'previous')
      if (fresh.firstDoubtful !== undefined && (rollsBack || fresh.firstDoubtful <= by))
        days.restsOn(fresh.firstDoubtful)
    }
    const earliest = endFor(period, day, { days: new Days(days.calendar), zone, isEarliest: true })
    if (earliest !== undefined && earliest > by) break
  }
  return told
}

/** The last day for an event on a day; Infinity beyond the year 9999, undefined before the year 1. */
function endFor(period: Period, day: number, check: Check): number | undefined {
  const steps = expectPeriod({ ...period, trigger: { kind: 'date', day } }, check)
  try {
    for (;;) {
      const next = steps.next()
      if (next.done) return next.value.day
    }
  } catch (error) {
    if (error instanceof Lost) return error.side === 'late' ? Infinity : undefined
    throw error
  }
}

function compareAnswer(
  { hasId, id }: PeriodRequest,
  said: Expected,
  answer: Record<string, unknown>,
  step: number,
): ProofCheck {
  const { proof: _, id: answeredId, ...rest } = answer
  if (hasId && answeredId !== undefined && !isSame(id, answeredId))
    return wrong(step, 'the answer has the id of another request')
  const difference = differenceOf(said, rest)
  return difference === undefined ? { valid: true } : wrong(step, `the answer beside the proof: ${difference}`)
}

function differenceOf(expected: Expected, given: unknown): string | undefined {
  if (given === undefined) return `a step is missing: ${String(expected['step'])} on ${String(expected['date'])}`
  if (!isRecord(given)) return 'it is no object'
  for (const [field, value] of Object.entries(expected)) {
    if (!isSame(given[field], value))
      return `${field} must be ${JSON.stringify(value)}, not ${JSON.stringify(given[field])}`
  }
  const surplus = Object.keys(given).find((field) => !Object.hasOwn(expected, field))
  return surplus === undefined ? undefined : `${JSON.stringify(surplus)} does not belong there`
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(step: number, message: string): ProofCheck {
  return { valid: false, step, message }
}
