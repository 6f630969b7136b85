import type { Zone } from '../../calendar/zone.ts'
import { textOfDay } from './day-text.ts'

const minute = 60_000
const day = 1440 * minute

/** A day and the milliseconds since its midnight, up to 24:00. */
export type Reading = { readonly day: number; readonly time: number }

/** What the clocks of a zone show at an instant. */
export function readClock(zone: Zone, instant: number): Reading {
  const shown = new Date(instant + zone.offsetAt(instant) * minute)
  const time =
    ((shown.getUTCHours() * 60 + shown.getUTCMinutes()) * 60 + shown.getUTCSeconds()) * 1000 +
    shown.getUTCMilliseconds()
  return { day: (shown.getTime() - time) / day, time }
}

/** The instant of a reading; one that clocks skip is taken with the offset before, of one shown twice the first. */
export function instantOfReading(zone: Zone, reading: Reading): number {
  const shown = reading.day * day + reading.time
  const offsets = [zone.offsetAt(shown - day), zone.offsetAt(shown + day)]
  const instants = offsets.map((offset) => shown - offset * minute)
  const real = instants.filter((instant, i) => zone.offsetAt(instant) === offsets[i])
  return real.length > 0 ? Math.min(...real) : (instants[0] ?? shown)
}

/** A reading with its offset from UTC, as ISO 8601 writes it. */
export function textOfReading(reading: Reading, instant: number): string {
  const offset = (reading.day * day + reading.time - instant) / minute
  const sign = offset < 0 ? '-' : '+'
  const [seconds, thousandths] = [Math.floor(reading.time / 1000), reading.time % 1000]
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(pair).join(':')
  const fraction = thousandths > 0 ? `.${`00${thousandths}`.slice(-3)}` : ''
  return `${textOfDay(reading.day)}T${time}${fraction}${sign}${pair(Math.abs(offset) / 60)}:${pair(Math.abs(offset) % 60)}`
}

export function pair(value: number): string {
  return `0${Math.floor(value)}`.slice(-2)
}
