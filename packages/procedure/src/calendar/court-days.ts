import { openCalendar } from './court-calendar.ts'
import type { CourtCalendar, NamedCalendars } from './court-calendar.ts'
import { InputError } from './input-error.ts'
import { formatDate } from './plain-date.ts'
import { readDate, refuseBackwards } from './read-value.ts'

/** One day of `court-code calendar`; its names say why it rests or works, in Chinese and in English, and are empty for an ordinary workday. */
export type CourtDay = { date: string; courtDay: boolean; provisional: boolean; name: string; nameEn: string }

const daysMax = 400_000

/**
 * The days from one date to another, both included (`YYYY-MM-DD`), as a calendar has them. `calendar` is what a request
 * calls calendar (name, definition with or without its `defineCalendar` wrapper, list) or an opened one; `named` are those of the batch.
 * Throws InputError: no such date, `from` after `to`, more than 400,000 days, an unknown or wrong calendar.
 */
export function courtDays(from: string, to: string, calendar?: unknown, named: NamedCalendars = new Map()): CourtDay[] {
  const first = readDate(from, 'from')
  const last = readDate(to, 'to')
  refuseBackwards(first, last, 'to')
  if (last - first >= daysMax) throw new InputError('too-large', `more than ${daysMax} days are asked for`, 'to')
  const opened = isOpened(calendar) ? calendar : openCalendar(unwrap(calendar), named)
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const day = first + i
    const name = opened.nameOf(day)
    return {
      date: formatDate(day),
      courtDay: opened.isCourtDay(day),
      provisional: opened.isProvisional(day),
      name: name.zh,
      nameEn: name.en,
    }
  })
}

function isOpened(calendar: unknown): calendar is CourtCalendar {
  return (
    typeof calendar === 'object' &&
    calendar !== null &&
    'isCourtDay' in calendar &&
    typeof calendar.isCourtDay === 'function'
  )
}

function unwrap(calendar: unknown): unknown {
  if (Array.isArray(calendar)) return calendar.map(unwrap)
  if (typeof calendar !== 'object' || calendar === null || !('defineCalendar' in calendar)) return calendar
  return Object.keys(calendar).length === 1 ? calendar.defineCalendar : calendar
}
