import { InputError } from '../../calendar/input-error.ts'
import type { Period } from '../model.ts'
import { lastDay, Lost, textOfDay } from './day-text.ts'
import { expectPeriod } from './expect-period.ts'
import type { Check } from './steps.ts'
import { Days } from './walk.ts'

/** Makes sure that no later event will do: day by day, until not even the earliest end that can come into question would. */
export function laterTriggers(
  period: Period,
  latest: number,
  by: number,
  { days, zone }: Check,
): { next: string; nextDue: string } | undefined {
  let told: { next: string; nextDue: string } | undefined
  for (let day = latest + 1; day <= lastDay; day++) {
    const fresh = new Days(days.calendar)
    const end = endFor(period, day, { days: fresh, zone, isEarliest: false })
    if (end !== undefined && end <= by) {
      throw new InputError('not-the-latest', `an event on ${textOfDay(day)} would still do`, 'latestTrigger')
    }
    if (day === latest + 1 && end !== undefined && end !== Infinity) {
      told = { next: textOfDay(day), nextDue: textOfDay(end) }
      const rollsBack = period.rule.kind === 'parts' && period.rule.parts.some(({ roll }) => roll === 'previous')
      if (fresh.firstDoubtful !== undefined && (rollsBack || fresh.firstDoubtful <= by))
        days.restsOn(fresh.firstDoubtful)
    }
    const earliest = endFor(period, day, { days: new Days(days.calendar), zone, isEarliest: true })
    if (earliest !== undefined && earliest > by) break
  }
  return told
}

/** The last day for an event on a day; Infinity beyond the year 9999, undefined before the year 1. */
function endFor(period: Period, day: number, check: Check): number | undefined {
  const steps = expectPeriod({ ...period, trigger: { kind: 'date', day } }, check)
  try {
    for (;;) {
      const next = steps.next()
      if (next.done) return next.value.day
    }
  } catch (error) {
    if (error instanceof Lost) return error.side === 'late' ? Infinity : undefined
    throw error
  }
}
