import type { NamedCalendars } from '../calendar/court-calendar.ts'
import { InputError } from '../calendar/input-error.ts'
import { readClock, textOfReading } from './check/clock-reading.ts'
import { dayOfText, Lost, textOfDay } from './check/day-text.ts'
import { differenceOf, isRecord, isSame } from './check/difference.ts'
import { expectPeriod } from './check/expect-period.ts'
import { laterTriggers } from './check/later-triggers.ts'
import { stepOf } from './check/sentence.ts'
import type { Expected } from './check/sentence.ts'
import type { Check, Reached, Steps } from './check/steps.ts'
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

function wrong(step: number, message: string): ProofCheck {
  return { valid: false, step, message }
}
