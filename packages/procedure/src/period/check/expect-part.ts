import { InputError } from '../../calendar/input-error.ts'
import type { Zone } from '../../calendar/zone.ts'
import type { Adjustment, DayPart, DayUnit, Facts, HourPart, Interval, Length, Part, Roll } from '../model.ts'
import { instantOfReading, pair, readClock, textOfReading } from './clock-reading.ts'
import type { Reading } from './clock-reading.ts'
import { mustExist, textOfDay } from './day-text.ts'
import { stepOf } from './sentence.ts'
import type { Expected } from './sentence.ts'
import { earliestLength, multiplied } from './stretch.ts'
import { daysBetween, isWithin, lead, walkOn } from './walk.ts'
import type { Days, Walk } from './walk.ts'

/** The steps that a proof must hold, one after the other; what is returned is where they lead. */
export type Steps<T> = Generator<Expected, T, undefined>

export type Check = {
  readonly days: Days
  readonly zone: Zone
  /** Walks to the earliest end that can come into question: months as short as they get, last days moved back. */
  readonly isEarliest: boolean
}

export type Reached = Reading & {
  readonly instant: number
  readonly part: Part
  readonly start: number
  readonly isExcluded: (day: number) => boolean
}

/** An event as a part meets it. */
export type Met = { readonly day: number; readonly time?: number; readonly instant?: number; readonly isEnd: boolean }

const endOfDay = 86_400_000

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

function namesOf(day: number, { calendar }: Days): { nameZh: string; nameEn: string } {
  const { zh: nameZh, en: nameEn } = calendar.nameOf(day)
  return { nameZh, nameEn }
}
