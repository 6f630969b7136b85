import type { NamedCalendars } from '../calendar/court-calendar.ts'
import { formatDate } from '../calendar/plain-date.ts'
import { countPeriod } from './count-period.ts'
import { dueAtText, note } from './counting.ts'
import type { Counting, End } from './counting.ts'
import { CourtDayInquiry } from './court-day-inquiry.ts'
import { localTimeOf } from './instant-text.ts'
import { findLatestTrigger } from './latest-trigger.ts'
import type { LatestTrigger } from './latest-trigger.ts'
import type { Period } from './model.ts'
import type { ProofStep } from './proof.ts'
import type { RuleLookUp } from './read-period.ts'
import { readRequest } from './read-request.ts'
import type { Ask } from './read-request.ts'

export type { RuleLookUp } from './read-period.ts'

/** The answer to one request of `court-code period` (court-code.md §1). */
export type PeriodAnswer = {
  id?: unknown
  /** The last day, YYYY-MM-DD. */
  due: string
  /** The instant at which the period is over, in the calendar's zone; the end of a day is 24:00. */
  dueAt: string
  latestTrigger?: string
  inTime?: boolean
  /** The calendar may still change on a day on which the answer rests. */
  provisional: boolean
  proof: ProofStep[]
}

/**
 * When a period ends, with a proof for every date. Pure: dates never depend on the machine's clock or zone.
 * Throws InputError (code, message, path) for a request that cannot be answered.
 */
export function answerPeriod(
  request: unknown,
  calendars: NamedCalendars = new Map(),
  lookUp?: RuleLookUp,
): PeriodAnswer {
  const { id, hasId, period, calendar, ask } = readRequest(request, calendars, lookUp)
  const steps: ProofStep[] = []
  const counting: Counting = { inquiry: new CourtDayInquiry(calendar), zone: calendar.zone, steps }
  const latest = ask.kind === 'latest-trigger' ? findLatestTrigger(period, ask.by, calendar) : undefined
  const asked: Period = latest ? { ...period, trigger: { kind: 'date', day: latest.day } } : period
  const end = countPeriod(asked, counting)
  if (latest && ask.kind === 'latest-trigger') doubtNext(latest, asked, ask.by, counting)
  noteEnd(end, counting)
  if (latest && ask.kind === 'latest-trigger') noteLatest(latest, ask.by, counting)
  const inTime = ask.kind === 'in-time' ? isInTime(ask, end, counting) : undefined
  return {
    ...(hasId ? { id } : {}),
    due: formatDate(end.day),
    dueAt: dueAtText(end),
    ...(latest ? { latestTrigger: formatDate(latest.day) } : {}),
    ...(inTime === undefined ? {} : { inTime }),
    provisional: counting.inquiry.doubtfulDay !== undefined,
    proof: steps,
  }
}

function noteEnd(end: End, counting: Counting): void {
  const { doubtfulDay } = counting.inquiry
  note(counting, '', 'end', end.day, doubtfulDay === undefined ? 'end.certain' : 'end.provisional', () => ({
    dueAt: dueAtText(end),
    provisional: doubtfulDay !== undefined,
    ...(doubtfulDay === undefined ? {} : { provisionalDay: formatDate(doubtfulDay) }),
  }))
}

/**
 * That the day after is too late may rest on days that can still change: those up to the end asked for, and where a rule
 * rolls back also those after it.
 */
function doubtNext({ next }: LatestTrigger, { rule }: Period, by: number, { inquiry }: Counting): void {
  if (next?.doubtfulDay === undefined) return
  const rollsBack = rule.kind === 'parts' && rule.parts.some(({ roll }) => roll === 'previous')
  if (rollsBack || next.doubtfulDay <= by) inquiry.restOn(next.doubtfulDay)
}

function noteLatest({ day, next }: LatestTrigger, by: number, counting: Counting): void {
  note(counting, '', 'latest-trigger', day, 'latest-trigger.found', () => ({
    by: formatDate(by),
    ...(next ? { next: formatDate(next.day), nextDue: formatDate(next.end.day) } : {}),
  }))
}

/** In time lies before the end; without a time of day, on the last day at the latest. */
function isInTime({ act, text }: Extract<Ask, { kind: 'in-time' }>, end: End, counting: Counting): boolean {
  const isBefore = act.kind === 'date' ? act.day <= end.day : act.ms < end.ms
  const day = act.kind === 'date' ? act.day : localTimeOf(counting.zone, act.ms).day
  note(counting, '', 'in-time', day, isBefore ? 'in-time.yes' : 'in-time.no', () => ({ act: text, inTime: isBefore }))
  return isBefore
}
