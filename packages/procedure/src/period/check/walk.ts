import type { CourtCalendar } from '../../calendar/court-calendar.ts'
import type { DayUnit, Interval } from '../model.ts'
import { mustExist, sameDayOfMonth } from './day-text.ts'

/** The days on which a proof rests: everything is walked day by day, and every question to the calendar is remembered. */
export class Days {
  readonly calendar: CourtCalendar
  /** The earliest day asked about on which the calendar may still change. */
  firstDoubtful: number | undefined

  constructor(calendar: CourtCalendar) {
    this.calendar = calendar
  }

  works(day: number): boolean {
    this.restsOn(day)
    return this.calendar.isCourtDay(day)
  }

  restsOn(day: number): void {
    if (this.calendar.isProvisional(day)) this.firstDoubtful = Math.min(day, this.firstDoubtful ?? day)
  }

  nextWorking(from: number, way: number): number {
    let day = mustExist(from + way)
    while (!this.works(day)) day = mustExist(day + way)
    return day
  }
}

export type Walk = {
  readonly way: number
  readonly days: Days
  readonly isExcluded: (day: number) => boolean
  /** The walk stops here, and does not ask about this day. */
  readonly stopAt?: number
}

export function isWithin(intervals: readonly Interval[], day: number): boolean {
  return intervals.some(({ from, to }) => day >= from && day <= to)
}

/** Goes on until so many days were counted, of which the first may be the one it starts from. */
export function walkOn(
  from: number,
  count: number,
  unit: 'day' | 'court-day',
  isFromCounted: boolean,
  walk: Walk,
): number {
  const counts = (day: number): boolean => !walk.isExcluded(day) && (unit === 'day' || walk.days.works(day))
  let counted = isFromCounted && count > 0 && counts(from) ? 1 : 0
  let day = from
  while (counted < count && day !== walk.stopAt) {
    day = mustExist(day + walk.way)
    if (day !== walk.stopAt && counts(day)) counted++
  }
  return day
}

export type Led = {
  readonly base: number
  readonly end: number
  readonly skipped: number
  readonly isMonthEnd: boolean
}

/** Where a length leads from a day: without the excluded days, and with them. */
export function lead(from: number, count: number, unit: DayUnit, isIncluded: boolean, walk: Walk): Led {
  const before = isIncluded ? from - walk.way : from
  if (unit === 'day' || unit === 'court-day') {
    const end = walkOn(from, count, unit, isIncluded, walk)
    const unasked: Walk = { way: walk.way, days: new Days(walk.days.calendar), isExcluded: () => false }
    const base = walkOn(from, count, unit, isIncluded, unasked)
    const courtsWork = (day: number): boolean => unit === 'day' || walk.days.calendar.isCourtDay(day)
    const skipped = daysBetween(before, end, walk).filter((day) => walk.isExcluded(day) && courtsWork(day)).length
    return { base, end, skipped, isMonthEnd: false }
  }
  const shifted =
    unit === 'week'
      ? { day: mustExist(from + walk.way * 7 * count), isMonthEnd: false }
      : sameDayOfMonth(from, walk.way * count * (unit === 'year' ? 12 : 1))
  const base = mustExist(isIncluded && !shifted.isMonthEnd ? shifted.day - walk.way : shifted.day)
  const skipped = daysBetween(before, base, walk).filter(walk.isExcluded).length
  return { base, end: walkOn(base, skipped, 'day', false, walk), skipped, isMonthEnd: shifted.isMonthEnd }
}

/** The days after the first up to the second, in the direction of the walk. */
export function daysBetween(before: number, last: number, { way }: Pick<Walk, 'way'>): number[] {
  const length = Math.max(0, (last - before) * way)
  return Array.from({ length }, (_, i) => before + way * (i + 1))
}
