import { formatDate, twoDigits } from '../calendar/plain-date.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar/zone.ts'
import type { Zone } from '../calendar/zone.ts'

/** What the clocks of a zone show: a day and a time of day in milliseconds, 24:00 among them. */
export type LocalTime = { readonly day: number; readonly timeMs: number }

/** What a zone's clocks show at an instant. */
export function localTimeOf(zone: Zone, ms: number): LocalTime {
  const local = ms + zone.offsetAt(ms) * MINUTE_MS
  const day = Math.floor(local / DAY_MS)
  return { day, timeMs: local - day * DAY_MS }
}

/** `2026-03-20T16:00:00+08:00`; the end of a day is 24:00. */
export function instantText({ day, timeMs }: LocalTime, ms: number): string {
  const offset = Math.round((day * DAY_MS + timeMs - ms) / MINUTE_MS)
  return `${formatDate(day)}T${timeText(timeMs)}${offsetText(offset)}`
}

/** `HH:mm` of a time of day. */
export function hourMinute(timeMs: number): string {
  return `${twoDigits(Math.floor(timeMs / HOUR_MS))}:${twoDigits(Math.floor((timeMs % HOUR_MS) / MINUTE_MS))}`
}

function timeText(timeMs: number): string {
  const seconds = twoDigits(Math.floor((timeMs % MINUTE_MS) / 1000))
  const rest = timeMs % 1000
  return `${hourMinute(timeMs)}:${seconds}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}
