import { formatDate, parseDate } from '../calendar/plain-date.ts'
import { DAY_MS, instantOf, MINUTE_MS, openZone } from '../calendar/zone.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Words } from '../code/schema/words.ts'
import type { Entry } from './entry.ts'

/** The day that the clocks of the zone show at an instant. */
export function localDate(instant: string, zoneName: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`${instant} is not an instant`)
  return formatDate(Math.floor((ms + zoneNamed(zoneName).offsetAt(ms) * MINUTE_MS) / DAY_MS))
}

/** The instant, in UTC, at which the zone's clocks show `HH:mm` on a day. */
export function instantAt(date: string, time: string, zoneName: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(instantOf(zoneNamed(zoneName), dayNumber(date), (hours * 60 + minutes) * MINUTE_MS)).toISOString()
}

export function plusDays(date: string, days: number): string {
  return formatDate(dayNumber(date) + days)
}

/**
 * The order in which facts happened in law: by day, then by time of day, then by number. The time is that of the fact; of a
 * fact recorded on its own day the time of recording; a fact recorded later without a time stands at the end of its day.
 */
export function inLegalOrder(entries: readonly Entry[], zoneName: string): Entry[] {
  return entries
    .map((entry) => ({ entry, ms: momentOf(entry, zoneName) }))
    .sort((a, b) => compareDates(a.entry.on, b.entry.on) || compareMoments(a.ms, b.ms) || a.entry.seq - b.entry.seq)
    .map(({ entry }) => entry)
}

/** "2025年9月24日", "24 September 2025" */
export function dateWords(date: string): Words {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${months[month - 1] ?? ''} ${year}` }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const moments = new WeakMap<Entry, { zoneName: string; ms: number }>()

/** Entries never change, so the moment of each is found once. */
function momentOf(entry: Entry, zoneName: string): number {
  const known = moments.get(entry)
  if (known?.zoneName === zoneName) return known.ms
  const ms = findMoment(entry, zoneName)
  moments.set(entry, { zoneName, ms })
  return ms
}

function findMoment(entry: Entry, zoneName: string): number {
  if (entry.time !== undefined) return Date.parse(entry.time)
  if (localDate(entry.at, zoneName) === entry.on) return Date.parse(entry.at)
  return Number.POSITIVE_INFINITY
}

function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareMoments(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function dayNumber(date: string): number {
  const day = parseDate(date)
  if (day === undefined) throw new RangeError(`${date} is not a date`)
  return day
}

function zoneNamed(name: string): Zone {
  const zone = openZone(name)
  if (zone === undefined) throw new RangeError(`${name} is not a time zone`)
  return zone
}
