import { formatDate } from '../calendar/plain-date.ts'
import { note } from './counting.ts'
import type { Counting } from './counting.ts'
import type { Direction } from './court-day-inquiry.ts'
import { intervalHolding } from './excluded-days.ts'
import type { Interval, Roll } from './model.ts'
import { inRange } from './out-of-range.ts'

export type LastDay = {
  readonly day: number
  readonly roll: Roll
  readonly direction: Direction
  readonly closures: readonly Interval[]
  readonly path: string
}

/** Moves a last day out of closures and off days on which courts rest, until it lies in neither. */
export function settleLastDay({ day: unrolled, roll, direction, closures, path }: LastDay, counting: Counting): number {
  const { inquiry } = counting
  const away: Direction = counting.leavesClosuresBackward ? -1 : direction
  let day = unrolled
  for (;;) {
    const from = day
    const closure = intervalHolding(closures, day)
    if (closure) {
      day = inRange(inquiry.courtDayBeyond(away === 1 ? closure.to : closure.from, away, path), path)
      note(counting, path, 'closure', day, 'closure.moved', () => ({
        from: formatDate(from),
        closedFrom: formatDate(closure.from),
        closedTo: formatDate(closure.to),
      }))
    } else if (roll !== 'none' && !inquiry.isCourtDay(day)) {
      day = inRange(inquiry.courtDayBeyond(day, roll === 'next' ? 1 : -1, path), path)
      note(counting, path, 'roll', day, roll === 'next' ? 'roll.next' : 'roll.previous', () => ({
        from: formatDate(from),
        ...restName(counting, from),
      }))
    } else {
      inquiry.restOn(day)
      return day
    }
  }
}

/** Why courts rest on a day, in both languages. */
export function restName({ inquiry }: Counting, day: number): { nameZh: string; nameEn: string } {
  const { zh, en } = inquiry.calendar.nameOf(day)
  return { nameZh: zh, nameEn: en }
}
