import { DAY_MS, HOUR_MS } from '../calendar/zone.ts'
import { endOn, note } from './counting.ts'
import type { Counting, End } from './counting.ts'
import { ExcludedDays } from './excluded-days.ts'
import { instantText, localTimeOf } from './instant-text.ts'
import type { HourPart } from './model.ts'
import { inRange } from './out-of-range.ts'
import { settleLastDay } from './settle-last-day.ts'

const hoursMax = 90_000_000
const noDays = new ExcludedDays([], undefined)

/** Counts hours of elapsed time from an instant, from the next full hour or at once (解释 125). */
export function countHourPart(part: HourPart, event: number, counting: Counting): End {
  const { zone } = counting
  const { path, count } = part
  const from = part.fromNextFull ? nextFullHour(event, counting) : event
  const start = localTimeOf(zone, from)
  note(counting, path, 'hours', start.day, part.fromNextFull ? 'hours.next-full' : 'hours.now', () => ({
    at: instantText(start, from),
  }))
  const ms = from + Math.min(count, hoursMax) * HOUR_MS
  const reached = lastHourOf(ms, count, counting)
  inRange(reached.day, path)
  note(counting, path, 'count', reached.day, 'count.hours', () => ({
    count,
    unit: 'hour',
    at: instantText(reached, ms),
  }))
  const day = settleLastDay({ day: reached.day, roll: part.roll, direction: 1, closures: [], path }, counting)
  const end = day === reached.day ? { ...reached, ms } : endOn(zone, day, reached.timeMs)
  return { ...end, part, start: start.day, excluded: noDays }
}

/** An event exactly on a full hour belongs to the hour that begins then. */
function nextFullHour(event: number, { zone }: Counting): number {
  let ms = event
  do ms += HOUR_MS - (localTimeOf(zone, ms).timeMs % HOUR_MS)
  while (localTimeOf(zone, ms).timeMs % HOUR_MS !== 0)
  return ms
}

/** The day and time of the last hour: one that ends at midnight belongs to the day that ends then. */
function lastHourOf(ms: number, count: number, { zone }: Counting): { day: number; timeMs: number } {
  const { day, timeMs } = localTimeOf(zone, ms)
  return timeMs === 0 && count > 0 ? { day: day - 1, timeMs: DAY_MS } : { day, timeMs }
}
