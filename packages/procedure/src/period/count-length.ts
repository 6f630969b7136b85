import { shiftMonths } from '../calendar/plain-date.ts'
import type { CourtDayInquiry, Direction } from './court-day-inquiry.ts'
import type { ExcludedDays } from './excluded-days.ts'
import type { DayUnit, Length } from './model.ts'
import { inRange, OutOfRangeError } from './out-of-range.ts'

/** What a count runs over: direction, the days that do not count, and the courts' days. */
export type Ground = {
  readonly direction: Direction
  readonly excluded: ExcludedDays
  readonly inquiry: CourtDayInquiry
  /** Where the rule stands in the request, for errors. */
  readonly path: string
  /** A walk ends here at the latest, and does not ask about this day: no shortening leads beyond the start. */
  readonly limit?: number
}

export type Counted = {
  /** Where the length leads when nothing is excluded. */
  readonly base: number
  readonly end: number
  /** Excluded days that added one; in court days those on which courts work. */
  readonly skipped: number
  /** The month reached has no such day, so its last day was taken. */
  readonly isMonthEnd: boolean
}

const daysMax = 3_660_000
const monthsMax = 120_000

/** Counts one length from a day, which itself counts only where `isIncluded` (court-code.md §1, readings 1 and 2). */
export function countLength(from: number, length: Length<DayUnit>, isIncluded: boolean, ground: Ground): Counted {
  const { direction, path } = ground
  const { count, unit } = length
  const before = isIncluded ? from - direction : from
  if (count > (unit === 'month' ? monthsMax : daysMax)) throw tooFar(ground)
  if (unit === 'court-day') return countCourtDays(before, count, ground)
  if (unit === 'day') {
    const base = inRange(before + direction * count, path)
    const end = walkDays(before, count, ground)
    return { base, end, skipped: Math.abs(end - base), isMonthEnd: false }
  }
  const { day, isMonthEnd } = shift(from, count, unit, ground)
  const base = inRange(isIncluded && !isMonthEnd ? day - direction : day, path)
  const skipped = ground.excluded.isEmpty ? 0 : countExcluded(before, base, ground)
  return { base, end: walkDays(base, skipped, ground), skipped, isMonthEnd }
}

/** The n-th day after (or before) a day that is not excluded. */
export function walkDays(from: number, count: number, ground: Ground): number {
  const { direction, excluded, path } = ground
  if (excluded.isEmpty) return inRange(from + direction * count, path)
  let day = from
  for (let left = count; left > 0; left--) {
    day = excluded.nextCounted(day, direction)
    if (isPastLimit(day, ground)) return ground.limit ?? day
    inRange(day, path)
  }
  return day
}

/** The n-th court day after (or before) a day that is not excluded. */
export function walkCourtDays(from: number, count: number, ground: Ground): number {
  const { direction, excluded, inquiry } = ground
  let day = from
  for (let left = count, resting = 0; left > 0;) {
    day = excluded.nextCounted(day, direction)
    if (isPastLimit(day, ground)) return ground.limit ?? day
    inRange(day, ground.path)
    if (inquiry.isCourtDay(day)) [left, resting] = [left - 1, 0]
    else if (++resting > 36_525) throw new OutOfRangeError('no-court-day', sideOf(ground), ground.path)
  }
  return day
}

/** How many days were excluded on the way, the first of the two days left out. */
export function countExcluded(before: number, last: number, { direction, excluded }: Ground): number {
  return direction === 1 ? excluded.countWithin(before + 1, last) : excluded.countWithin(last, before - 1)
}

function countCourtDays(before: number, count: number, ground: Ground): Counted {
  const { direction, excluded, inquiry } = ground
  const end = walkCourtDays(before, count, ground)
  if (excluded.isEmpty) return { base: end, end, skipped: 0, isMonthEnd: false }
  // Excluded days are not asked about: what the calendar says of them is told, but the answer does not rest on it.
  let skipped = 0
  let base = before
  for (let day = before, left = count; day !== end;) {
    day += direction
    if (!inquiry.calendar.isCourtDay(day)) continue
    if (excluded.has(day)) skipped++
    if (left > 0) base = day
    left--
  }
  return { base, end, skipped, isMonthEnd: false }
}

function shift(from: number, count: number, unit: 'week' | 'month' | 'year', { direction, path }: Ground) {
  if (unit === 'week') return { day: inRange(from + direction * 7 * count, path), isMonthEnd: false }
  const { day, isClamped } = shiftMonths(from, direction * (unit === 'year' ? 12 * count : count))
  return { day: inRange(day, path), isMonthEnd: isClamped }
}

function isPastLimit(day: number, { limit, direction }: Ground): boolean {
  return limit !== undefined && (limit - day) * direction <= 0
}

function tooFar(ground: Ground): OutOfRangeError {
  return new OutOfRangeError('out-of-range', sideOf(ground), ground.path)
}

function sideOf({ direction }: Ground): 'early' | 'late' {
  return direction === 1 ? 'late' : 'early'
}
