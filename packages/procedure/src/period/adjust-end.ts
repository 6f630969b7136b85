import { formatDate } from '../calendar/plain-date.ts'
import { note } from './counting.ts'
import type { Counting } from './counting.ts'
import { countExcluded, countLength, walkCourtDays, walkDays } from './count-length.ts'
import type { Ground } from './count-length.ts'
import type { Adjustment } from './model.ts'

/** Adds the days for the way to an end reached. */
export function goByTransit(end: number, days: number, ground: Ground, counting: Counting): number {
  if (days === 0) return end
  const day = walkDays(end, days, ground)
  note(counting, ground.path, 'transit', day, 'transit.days', () => ({
    from: formatDate(end),
    days,
    excluded: Math.abs(day - end) - days,
  }))
  return day
}

type Adjusted = { end: number; start: number; adjustment: Adjustment; ground: Ground }

/** Extends or shortens an end reached; a shortening never leads beyond the start. */
export function adjustEnd({ end, start, adjustment, ground }: Adjusted, counting: Counting): number {
  const { kind, count, unit } = adjustment
  const toward: Ground = kind === 'extension' ? ground : { ...ground, direction: ground.direction === 1 ? -1 : 1 }
  const isExtension = kind === 'extension'
  const day = isExtension ? countLength(end, adjustment, false, ground).end : shortened(end, start, adjustment, toward)
  const isStart = !isExtension && day === start
  note(
    counting,
    ground.path,
    kind,
    day,
    isExtension ? 'extension.granted' : isStart ? 'shortening.start' : 'shortening.ordered',
    () => ({
      from: formatDate(end),
      count,
      unit,
      ...(isStart ? {} : { excluded: countExcluded(end, day, toward) }),
    }),
  )
  return day
}

const daysAtLeast = { day: 1, 'court-day': 0, week: 7, month: 28, year: 365 } as const

function shortened(end: number, start: number, adjustment: Adjustment, toward: Ground): number {
  const ground = { ...toward, limit: start }
  const distance = (end - start) * -toward.direction
  // A rolled end may lie beyond the start already.
  if (distance <= 0) return start
  if (adjustment.unit === 'court-day') return walkCourtDays(end, adjustment.count, ground)
  if (adjustment.count * daysAtLeast[adjustment.unit] >= distance) return start
  const { end: day } = countLength(end, adjustment, false, ground)
  return toward.direction === 1 ? Math.min(day, start) : Math.max(day, start)
}
