import { InputError } from '../../calendar/input-error.ts'
import type { DayPart, DayUnit, Facts, Length } from '../model.ts'
import { instantOfReading, pair } from './clock-reading.ts'
import { mustExist, textOfDay } from './day-text.ts'
import { expectAdjustment, expectLastDay, expectTransit } from './expect-moves.ts'
import { stepOf } from './sentence.ts'
import { endOfDay, namesOf } from './steps.ts'
import type { Check, Met, Reached, Steps } from './steps.ts'
import { earliestLength, multiplied } from './stretch.ts'
import { isWithin, lead } from './walk.ts'
import type { Walk } from './walk.ts'

type DayPartFacts = Pick<Facts, 'excluded' | 'closures' | 'transitDays' | 'factors' | 'adjustments'>

export function* expectDayPart(part: DayPart, met: Met, facts: DayPartFacts, check: Check): Steps<Reached> {
  const { path } = part
  const { days } = check
  const isExcluded = (day: number): boolean =>
    isWithin(facts.excluded, day) || (part.countsStandstill && days.calendar.isStandstill(day))
  const walk: Walk = { way: part.isBackward ? -1 : 1, days, isExcluded }
  const start = yield* expectStart(part, met, check)
  const lengths: Length<DayUnit>[] = []
  for (const length of part.lengths) lengths.push(yield* expectLength(length, part, facts.factors, start))
  let here = start
  for (const [i, length] of lengths.entries()) {
    const isIncluded = i === 0 && part.isFirstDayIncluded
    here = yield* expectCount(
      here,
      check.isEarliest ? earliestLength(length, walk.way) : length,
      isIncluded,
      walk,
      path,
    )
  }
  here = yield* expectTransit(here, facts.transitDays, walk, path)
  for (const one of facts.adjustments) here = yield* expectAdjustment(here, start, one, walk, path, check)
  if (part.isLastDayExcluded) {
    here = mustExist(here + walk.way)
    yield stepOf('last-day', path, textOfDay(here), 'last-day.excluded')
  }
  here = yield* expectLastDay(here, part.roll, walk.way, facts.closures, path, check)
  const time = part.endAt === 'trigger' ? (met.time ?? endOfDay) : part.endAt
  const reading = { day: here, time }
  return { ...reading, instant: instantOfReading(check.zone, reading), part, start, isExcluded }
}

function* expectStart(
  { path, cutoffMs, cutoffTo, startsOnCourtDay }: DayPart,
  met: Met,
  { days }: Check,
): Steps<number> {
  let { day } = met
  if (cutoffMs !== undefined && (met.time ?? -1) >= cutoffMs) {
    day = cutoffTo === 'day' ? mustExist(day + 1) : days.nextWorking(day, 1)
    const cutoff = `${pair(cutoffMs / 3_600_000)}:${pair((cutoffMs / 60_000) % 60)}`
    yield stepOf('cutoff', path, textOfDay(day), cutoffTo === 'day' ? 'cutoff.day' : 'cutoff.court-day', { cutoff })
  }
  if (!startsOnCourtDay || days.works(day)) return day
  const next = days.nextWorking(day, 1)
  yield stepOf('start-on', path, textOfDay(next), 'start-on.court-day', { from: textOfDay(day), ...namesOf(day, days) })
  return next
}

function* expectLength(
  length: Length<DayUnit>,
  part: DayPart,
  factors: readonly number[],
  start: number,
): Steps<Length<DayUnit>> {
  const { path, shortUpTo } = part
  let { count, unit } = length
  if (factors.length > 0) {
    const product = multiplied(factors)
    count = product.times(length.count)
    yield stepOf('factor', path, textOfDay(start), 'factor.times', { of: length.count, by: product.value, count, unit })
  }
  if (unit === 'day' && shortUpTo && shortUpTo.unit !== 'day' && count <= shortUpTo.count) {
    unit = shortUpTo.unit
    yield stepOf('short', path, textOfDay(start), 'short.unit', { count, unit, upTo: shortUpTo.count })
  }
  return { count, unit }
}

function* expectCount(
  from: number,
  { count, unit }: Length<DayUnit>,
  isIncluded: boolean,
  walk: Walk,
  path: string,
): Steps<number> {
  if (count === 0 && isIncluded) throw new InputError('not-allowed', 'nothing is counted, the first day included', path)
  const { base, end, skipped, isMonthEnd } = lead(from, count, unit, isIncluded, walk)
  const way = walk.way > 0 ? 'forward' : 'backward'
  if (count === 0) yield stepOf('count', path, textOfDay(base), 'count.zero', { count, unit })
  else {
    const reason = isMonthEnd
      ? (`count.${way}.month-end` as const)
      : isIncluded
        ? (`count.${way}.included` as const)
        : (`count.${way}` as const)
    yield stepOf('count', path, textOfDay(base), reason, { from: textOfDay(from), count, unit })
  }
  if (skipped > 0) {
    const reason = unit === 'court-day' ? 'excluded.court-days' : 'excluded.days'
    yield stepOf('excluded', path, textOfDay(end), reason, { from: textOfDay(base), days: skipped })
  }
  return end
}
