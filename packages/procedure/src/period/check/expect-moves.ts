import type { Adjustment, DayUnit, Interval, Length, Roll } from '../model.ts'
import { mustExist, textOfDay } from './day-text.ts'
import { stepOf } from './sentence.ts'
import { namesOf } from './steps.ts'
import type { Check, Steps } from './steps.ts'
import { earliestLength } from './stretch.ts'
import { daysBetween, isWithin, lead, walkOn } from './walk.ts'
import type { Walk } from './walk.ts'

export function* expectTransit(from: number, days: number, walk: Walk, path: string): Steps<number> {
  if (days === 0) return from
  const day = walkOn(from, days, 'day', false, walk)
  const excluded = daysBetween(from, day, walk).filter(walk.isExcluded).length
  yield stepOf('transit', path, textOfDay(day), 'transit.days', { from: textOfDay(from), days, excluded })
  return day
}

export function* expectAdjustment(
  from: number,
  start: number,
  { kind, count, unit }: Adjustment,
  walk: Walk,
  path: string,
  { isEarliest }: Check,
): Steps<number> {
  const back: Walk = { ...walk, way: -walk.way, stopAt: start }
  const taken = kind === 'extension' ? walk : back
  const length = isEarliest ? earliestLength({ count, unit }, taken.way) : { count, unit }
  const day =
    kind === 'extension' ? lead(from, length.count, length.unit, false, walk).end : goBack(from, start, length, back)
  const isStart = kind === 'shortening' && day === start
  const reason = kind === 'extension' ? 'extension.granted' : isStart ? 'shortening.start' : 'shortening.ordered'
  const excluded = daysBetween(from, day, taken).filter(walk.isExcluded).length
  yield stepOf(kind, path, textOfDay(day), reason, {
    from: textOfDay(from),
    count,
    unit,
    ...(isStart ? {} : { excluded }),
  })
  return day
}

function goBack(from: number, start: number, { count, unit }: Length<DayUnit>, back: Walk): number {
  // The end may have been rolled past the start before.
  if ((from - start) * -back.way <= 0) return start
  if (unit === 'day' || unit === 'court-day') return walkOn(from, count, unit, false, back)
  // More than the whole way is no need to look up; the dates may not even exist.
  if (count * (unit === 'week' ? 7 : 28) >= Math.abs(from - start)) return start
  const { base } = lead(from, count, unit, false, { ...back, isExcluded: () => false })
  if ((base - start) * -back.way <= 0) return start
  return walkOn(base, daysBetween(from, base, back).filter(back.isExcluded).length, 'day', false, back)
}

export function* expectLastDay(
  from: number,
  roll: Roll,
  way: number,
  closures: readonly Interval[],
  path: string,
  check: Check,
): Steps<number> {
  const { days, isEarliest } = check
  if (isEarliest && closures.length > 0) {
    let day = from
    while (isWithin(closures, day) || !days.works(day)) day = mustExist(day - 1)
    return day
  }
  const closure = closures.find((one) => from >= one.from && from <= one.to)
  if (closure) {
    const day = days.nextWorking(way > 0 ? closure.to : closure.from, way)
    yield stepOf('closure', path, textOfDay(day), 'closure.moved', {
      from: textOfDay(from),
      closedFrom: textOfDay(closure.from),
      closedTo: textOfDay(closure.to),
    })
    return yield* expectLastDay(day, roll, way, closures, path, check)
  }
  if (roll === 'none' || days.works(from)) {
    days.restsOn(from)
    return from
  }
  const day = days.nextWorking(from, roll === 'next' ? 1 : -1)
  yield stepOf('roll', path, textOfDay(day), roll === 'next' ? 'roll.next' : 'roll.previous', {
    from: textOfDay(from),
    ...namesOf(from, days),
  })
  return yield* expectLastDay(day, roll, way, closures, path, check)
}
