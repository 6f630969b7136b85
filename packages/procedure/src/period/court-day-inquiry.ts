import type { CourtCalendar } from '../calendar/court-calendar.ts'
import { OutOfRangeError } from './out-of-range.ts'

/** Forward in time or backward. */
export type Direction = 1 | -1

const searchedMax = 36_525

/**
 * Asks a calendar whether courts work, and remembers the earliest day asked about on which that may still change
 * (court-code.md, reading 7).
 */
export class CourtDayInquiry {
  readonly calendar: CourtCalendar
  /** The earliest day on which the answer rests and that may still change. */
  doubtfulDay: number | undefined

  constructor(calendar: CourtCalendar) {
    this.calendar = calendar
  }

  isCourtDay(day: number): boolean {
    this.restOn(day)
    return this.calendar.isCourtDay(day)
  }

  /** The answer rests on this day: it was asked about, or a period is due on it. */
  restOn(day: number): void {
    if (this.calendar.isProvisional(day) && !(this.doubtfulDay !== undefined && this.doubtfulDay <= day)) {
      this.doubtfulDay = day
    }
  }

  /** The first court day after a day, or before it. */
  courtDayBeyond(day: number, direction: Direction, path: string): number {
    for (let steps = 1; steps <= searchedMax; steps++) {
      const candidate = day + direction * steps
      if (this.isCourtDay(candidate)) return candidate
    }
    throw new OutOfRangeError('no-court-day', direction === 1 ? 'late' : 'early', path)
  }
}
