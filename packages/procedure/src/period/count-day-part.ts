import { formatDate } from '../calendar/plain-date.ts'
import { at, InputError } from '../calendar/input-error.ts'
import { DAY_MS } from '../calendar/zone.ts'
import { adjustEnd, goByTransit } from './adjust-end.ts'
import { endOn, note } from './counting.ts'
import type { Counting, End } from './counting.ts'
import { countLength } from './count-length.ts'
import type { Ground } from './count-length.ts'
import { ExcludedDays } from './excluded-days.ts'
import { hourMinute } from './instant-text.ts'
import type { Adjustment, DayPart, DayUnit, Interval, Length } from './model.ts'
import { productOf, times } from './multiply.ts'
import { inRange } from './out-of-range.ts'
import { restName, settleLastDay } from './settle-last-day.ts'
import type { Reason } from './words.ts'

/** The facts that concern one part, and its event: a day, and the time of day where it has one. */
export type DayPartInput = {
  readonly part: DayPart
  readonly event: { readonly day: number; readonly timeMs?: number }
  readonly excluded: readonly Interval[]
  readonly closures: readonly Interval[]
  readonly factors: readonly number[]
  readonly factorPath: string
  readonly transitDays: number
  readonly adjustments: readonly Adjustment[]
}

/** Counts a rule of days or longer: start → count → excluded → transit → extensions → last day → closure and roll. */
export function countDayPart(input: DayPartInput, counting: Counting): End {
  const { part, event } = input
  const { path } = part
  const ground: Ground = {
    direction: part.isBackward ? -1 : 1,
    excluded: new ExcludedDays(input.excluded, part.countsStandstill ? counting.inquiry.calendar : undefined),
    inquiry: counting.inquiry,
    path,
  }
  const start = startOf(part, event, counting)
  let day = start
  for (const [i, length] of lengthsOf(input, start, counting).entries()) {
    day = goByLength(day, length, i === 0 && part.isFirstDayIncluded, ground, counting)
  }
  day = goByTransit(day, input.transitDays, ground, counting)
  for (const adjustment of input.adjustments) day = adjustEnd({ end: day, start, adjustment, ground }, counting)
  if (part.isLastDayExcluded) {
    day = inRange(day + ground.direction, path)
    note(counting, path, 'last-day', day, 'last-day.excluded')
  }
  day = settleLastDay({ day, roll: part.roll, direction: ground.direction, closures: input.closures, path }, counting)
  const endsAt = part.endAt === 'trigger' ? (event.timeMs ?? DAY_MS) : part.endAt
  return { ...endOn(counting.zone, day, endsAt), part, start, excluded: ground.excluded }
}

/** The day from which it counts: cut-off first, then the next court day where the rule wants one. */
function startOf(part: DayPart, event: DayPartInput['event'], counting: Counting): number {
  const { inquiry } = counting
  const { path, cutoffMs } = part
  let day = event.day
  if (cutoffMs !== undefined && event.timeMs !== undefined && event.timeMs >= cutoffMs) {
    const toCourtDay = part.cutoffTo === 'court-day'
    day = inRange(toCourtDay ? inquiry.courtDayBeyond(day, 1, path) : day + 1, path)
    note(counting, path, 'cutoff', day, toCourtDay ? 'cutoff.court-day' : 'cutoff.day', () => ({
      cutoff: hourMinute(cutoffMs),
    }))
  }
  if (part.startsOnCourtDay && !inquiry.isCourtDay(day)) {
    const from = day
    day = inRange(inquiry.courtDayBeyond(day, 1, path), path)
    note(counting, path, 'start-on', day, 'start-on.court-day', () => ({
      from: formatDate(from),
      ...restName(counting, from),
    }))
  }
  return day
}

/** The lengths of a rule after the factors, short ones in the unit in which the rule counts them. */
export function lengthsOf(
  input: Pick<DayPartInput, 'part' | 'factors' | 'factorPath'>,
  start: number,
  counting: Counting,
): Length<DayUnit>[] {
  const { part, factors, factorPath } = input
  const { shortUpTo, path } = part
  const product = factors.length > 0 ? productOf(factors) : undefined
  return part.lengths.map(({ count: stated, unit }, i) => {
    const count = product ? times(stated, product, factorPath) : stated
    if (product) {
      note(counting, path, 'factor', start, 'factor.times', () => ({ of: stated, by: product.value, count, unit }))
    }
    if (count === 0 && i === 0 && part.isFirstDayIncluded) {
      throw new InputError('not-allowed', 'nothing can be counted when the first day is included', at(path, 'firstDay'))
    }
    if (shortUpTo === undefined || unit !== 'day' || count > shortUpTo.count || shortUpTo.unit === 'day')
      return { count, unit }
    note(counting, path, 'short', start, 'short.unit', () => ({ count, unit: shortUpTo.unit, upTo: shortUpTo.count }))
    return { count, unit: shortUpTo.unit }
  })
}

function goByLength(
  from: number,
  length: Length<DayUnit>,
  isIncluded: boolean,
  ground: Ground,
  counting: Counting,
): number {
  const { count, unit } = length
  const { base, end, skipped, isMonthEnd } = countLength(from, length, isIncluded, ground)
  note(counting, ground.path, 'count', base, countReason(count, isIncluded, isMonthEnd, ground), () => ({
    ...(count === 0 ? {} : { from: formatDate(from) }),
    count,
    unit,
  }))
  if (skipped > 0) {
    note(
      counting,
      ground.path,
      'excluded',
      end,
      unit === 'court-day' ? 'excluded.court-days' : 'excluded.days',
      () => ({
        from: formatDate(base),
        days: skipped,
      }),
    )
  }
  return end
}

function countReason(count: number, isIncluded: boolean, isMonthEnd: boolean, { direction }: Ground): Reason {
  if (count === 0) return 'count.zero'
  const way = direction === 1 ? 'forward' : 'backward'
  if (isMonthEnd) return `count.${way}.month-end`
  return isIncluded ? `count.${way}.included` : `count.${way}`
}
