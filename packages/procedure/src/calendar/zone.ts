// Time zones from the runtime's own tables, asked once per zone and day, so that counting never waits for Intl.
// Offsets are whole minutes; the odd seconds of local mean time before about 1920 are rounded, as ISO 8601 writes them.
import { dayOf } from './plain-date.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** A time zone: its name and its offset from UTC in minutes at an instant (milliseconds since 1970 UTC). */
export type Zone = { readonly name: string; offsetAt(instantMs: number): number }

const zones = new Map<string, Zone>()
const zonesMax = 2_000
const daysMax = 100_000

/** The zone of an IANA name, or undefined when there is none of that name. */
export function openZone(name: string): Zone | undefined {
  const known = zones.get(name)
  if (known) return known
  const zone = makeZone(name)
  if (zone && zones.size < zonesMax) zones.set(name, zone)
  return zone
}

/**
 * The instant at which a zone's clocks show a time of day (milliseconds, up to 24:00) on a day. A time that clocks skip is
 * read with the offset before the change, one that they show twice is the first.
 */
export function instantOf(zone: Zone, day: number, timeMs: number): number {
  const local = day * DAY_MS + timeMs
  const before = zone.offsetAt(local - DAY_MS)
  const after = zone.offsetAt(local + DAY_MS)
  const early = local - before * MINUTE_MS
  if (before === after) return early
  const late = local - after * MINUTE_MS
  const isEarlyShown = zone.offsetAt(early) === before
  const isLateShown = zone.offsetAt(late) === after
  if (isEarlyShown && isLateShown) return Math.min(early, late)
  return isLateShown ? late : early
}

function makeZone(name: string): Zone | undefined {
  const format = openFormat(name)
  if (!format) return undefined
  const measure = (instantMs: number): number => measureOffset(format, instantMs)
  const starts = new Map<number, number>()
  const startOf = (day: number): number => {
    let offset = starts.get(day)
    if (offset === undefined) {
      offset = measure(day * DAY_MS)
      if (starts.size >= daysMax) starts.clear()
      starts.set(day, offset)
    }
    return offset
  }
  return {
    name,
    offsetAt(instantMs) {
      const day = Math.floor(instantMs / DAY_MS)
      const offset = startOf(day)
      return offset === startOf(day + 1) ? offset : measure(instantMs)
    },
  }
}

function openFormat(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

function measureOffset(format: Intl.DateTimeFormat, instantMs: number): number {
  const whole = Math.floor(instantMs / 1000) * 1000
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(whole)) parts[type] = value
  const yearOfEra = Number(parts['year'])
  const year = parts['era']?.startsWith('B') ? 1 - yearOfEra : yearOfEra
  const local =
    dayOf(year, Number(parts['month']), Number(parts['day'])) * DAY_MS +
    Number(parts['hour']) * HOUR_MS +
    Number(parts['minute']) * MINUTE_MS +
    Number(parts['second']) * 1000
  return Math.round((local - whole) / MINUTE_MS)
}
