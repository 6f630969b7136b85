import type { CourtCalendar } from '../calendar/court-calendar.ts'
import { InputError } from '../calendar/input-error.ts'
import { FIRST_DAY, formatDate, LAST_DAY } from '../calendar/plain-date.ts'
import { countPeriod } from './count-period.ts'
import type { Counting, End } from './counting.ts'
import { CourtDayInquiry } from './court-day-inquiry.ts'
import { earliestEndRule } from './earliest-end-rule.ts'
import type { Period } from './model.ts'
import { OutOfRangeError } from './out-of-range.ts'

export type LatestTrigger = {
  readonly day: number
  /** The day after it, and where the period would end then: too late. */
  readonly next?: { readonly day: number; readonly end: End; readonly doubtfulDay: number | undefined }
}

/**
 * The last day on which the event may happen so that the period ends by a day. A later event may end earlier (months of
 * different length, excluded days, closures), so a rule that never ends later than this one, and never earlier for a later
 * event, gives the last day that can come into question; from there the period itself is counted day by day backward.
 */
export function findLatestTrigger(period: Period, by: number, calendar: CourtCalendar): LatestTrigger {
  const bound = lastDayEndingBy(earliestEndRule(period), by, calendar)
  for (let day = bound; day >= FIRST_DAY; day--) {
    const end = endFor(period, day, calendar)
    if (end === 'early') break
    if (end === 'late' || end.day > by) continue
    return { day, ...nextOf(period, day + 1, calendar) }
  }
  throw new InputError('no-latest-trigger', `no event leads to an end by ${formatDate(by)}`, 'by')
}

/** Where a period ends for an event on a day, or on which side of the years 1–9999 it gets lost. */
function endFor(period: Period, day: number, calendar: CourtCalendar, bounds?: true): End | 'early' | 'late' {
  return countOn(period, day, new CourtDayInquiry(calendar), bounds)
}

function countOn(period: Period, day: number, inquiry: CourtDayInquiry, bounds?: true): End | 'early' | 'late' {
  const counting: Counting = {
    inquiry,
    zone: inquiry.calendar.zone,
    ...(bounds ? { leavesClosuresBackward: true } : {}),
  }
  try {
    return countPeriod({ ...period, trigger: { kind: 'date', day } }, counting)
  } catch (error) {
    if (error instanceof OutOfRangeError) return error.side
    throw error
  }
}

function nextOf(period: Period, day: number, calendar: CourtCalendar): Pick<LatestTrigger, 'next'> {
  if (day > LAST_DAY) return {}
  const inquiry = new CourtDayInquiry(calendar)
  const end = countOn(period, day, inquiry)
  return typeof end === 'string' ? {} : { next: { day, end, doubtfulDay: inquiry.doubtfulDay } }
}

/** The last event for which a rule ends by a day; its ends never go back as the event goes on, so halving finds it. */
function lastDayEndingBy(period: Period, by: number, calendar: CourtCalendar): number {
  const endsBy = (day: number): boolean => {
    const end = endFor(period, day, calendar, true)
    return typeof end === 'string' ? end === 'early' : end.day <= by
  }
  let low = by
  let high = by
  for (let stride = 1; low >= FIRST_DAY && !endsBy(low); stride *= 2) [high, low] = [low, low - stride]
  if (low === by)
    for (let stride = 1; high <= LAST_DAY && endsBy(high); stride *= 2) [low, high] = [high, high + stride]
  low = Math.max(low, FIRST_DAY - 1)
  high = Math.min(high, LAST_DAY + 1)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (endsBy(middle)) low = middle
    else high = middle
  }
  return low
}
