import type { CourtCalendar } from '../calendar/court-calendar.ts'
import type { Direction } from './court-day-inquiry.ts'
import type { Interval } from './model.ts'

/** The days that are not counted: those of the facts (sorted, without overlap) and the standstills of the calendar. */
export class ExcludedDays {
  readonly isEmpty: boolean
  readonly #intervals: readonly Interval[]
  readonly #standstills: CourtCalendar | undefined

  constructor(intervals: readonly Interval[], standstills: CourtCalendar | undefined) {
    this.#intervals = intervals
    this.#standstills = standstills?.hasStandstills ? standstills : undefined
    this.isEmpty = intervals.length === 0 && this.#standstills === undefined
  }

  has(day: number): boolean {
    return intervalHolding(this.#intervals, day) !== undefined || this.#standstills?.isStandstill(day) === true
  }

  /** The next day that counts, from a day on in a direction; an interval is crossed at once. */
  nextCounted(day: number, direction: Direction): number {
    let here = day + direction
    if (this.isEmpty) return here
    for (;;) {
      const interval = intervalHolding(this.#intervals, here)
      if (interval) here = direction === 1 ? interval.to + 1 : interval.from - 1
      else if (this.#standstills?.isStandstill(here)) here += direction
      else return here
    }
  }

  /** How many days are excluded from `first` to `last`, both included. */
  countWithin(first: number, last: number): number {
    if (this.isEmpty || first > last) return 0
    let count = 0
    if (this.#standstills) {
      for (let day = first; day <= last; day++) if (this.has(day)) count++
      return count
    }
    for (const { from, to } of this.#intervals) {
      if (to < first) continue
      if (from > last) break
      count += Math.min(to, last) - Math.max(from, first) + 1
    }
    return count
  }
}

/** The interval that holds a day; intervals are sorted and do not overlap. */
export function intervalHolding(intervals: readonly Interval[], day: number): Interval | undefined {
  let low = 0
  let high = intervals.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const interval = intervals[middle]
    if (interval === undefined) return undefined
    if (day < interval.from) high = middle - 1
    else if (day > interval.to) low = middle + 1
    else return interval
  }
  return undefined
}
