import type { HourPart } from '../model.ts'
import { instantOfReading, readClock, textOfReading } from './clock-reading.ts'
import { mustExist, textOfDay } from './day-text.ts'
import { expectLastDay } from './expect-moves.ts'
import { stepOf } from './sentence.ts'
import { endOfDay } from './steps.ts'
import type { Check, Reached, Steps } from './steps.ts'

export function* expectHourPart(part: HourPart, instant: number, check: Check): Steps<Reached> {
  const { zone } = check
  const { path, count } = part
  let from = instant
  if (part.fromNextFull) {
    const minute = 60_000
    from = (Math.floor(instant / minute) + 1) * minute
    while (readClock(zone, from).time % (60 * minute) !== 0) from += minute
  }
  const start = readClock(zone, from)
  const runs = part.fromNextFull ? 'hours.next-full' : 'hours.now'
  yield stepOf('hours', path, textOfDay(start.day), runs, { at: textOfReading(start, from) })
  const over = from + count * 3_600_000
  const shown = readClock(zone, over)
  const last = count > 0 && shown.time === 0 ? { day: shown.day - 1, time: endOfDay } : shown
  mustExist(last.day)
  yield stepOf('count', path, textOfDay(last.day), 'count.hours', {
    count,
    unit: 'hour',
    at: textOfReading(last, over),
  })
  const day = yield* expectLastDay(last.day, part.roll, 1, [], path, check)
  const reading = { day, time: last.time }
  const end = day === last.day ? over : instantOfReading(zone, reading)
  return { ...reading, instant: end, part, start: start.day, isExcluded: () => false }
}
