import { InputError } from '../calendar/input-error.ts'
import { FIRST_DAY, LAST_DAY } from '../calendar/plain-date.ts'

/** A date that a period reaches lies outside the years 1–9999, or no court day follows within a hundred years. */
export class OutOfRangeError extends InputError {
  readonly side: 'early' | 'late'

  constructor(code: 'out-of-range' | 'no-court-day', side: 'early' | 'late', path: string) {
    const message =
      code === 'no-court-day'
        ? 'no day on which courts work can be found within a hundred years'
        : 'the period leads outside the years 0001 to 9999'
    super(code, message, path)
    this.side = side
  }
}

/** The day itself when it lies in the years 1–9999. */
export function inRange(day: number, path: string): number {
  if (day >= FIRST_DAY && day <= LAST_DAY) return day
  throw new OutOfRangeError('out-of-range', day > LAST_DAY ? 'late' : 'early', path)
}
