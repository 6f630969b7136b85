import { InputError } from '../calendar/input-error.ts'
import { digitsAt, parseDate } from '../calendar/plain-date.ts'
import { shown } from '../calendar/read-value.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar/zone.ts'
import type { Trigger } from './model.ts'

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** A date `YYYY-MM-DD`, or an instant with its offset (`2026-03-20T16:00:00+08:00`); parts of a millisecond are cut off. */
export function readMoment(text: string, path: string): Exclude<Trigger, { kind: 'period' }> {
  if (text.length === 10) {
    const day = parseDate(text)
    if (day !== undefined) return { kind: 'date', day }
  } else {
    const ms = parseInstant(text)
    if (ms !== undefined) return { kind: 'instant', ms }
  }
  throw new InputError('no-such-date', `${path} is neither a date nor an instant with an offset: ${shown(text)}`, path)
}

/** Milliseconds since 1970 UTC, or undefined when the text is no instant. 24:00 is the end of its day. */
function parseInstant(text: string): number | undefined {
  if (!shape.test(text)) return undefined
  const day = parseDate(text.slice(0, 10))
  const hour = digitsAt(text, 11, 2)
  const minute = digitsAt(text, 14, 2)
  const hasSeconds = text[16] === ':'
  const second = hasSeconds ? digitsAt(text, 17, 2) : 0
  const fraction = hasSeconds && text[19] === '.' ? /^\d+/.exec(text.slice(20))?.[0] : undefined
  const millisecond = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3))
  if (day === undefined || hour > 24 || minute > 59 || second > 59) return undefined
  if (hour === 24 && (minute > 0 || second > 0 || Number(fraction ?? 0) > 0)) return undefined
  const offset = offsetMs(text)
  return offset === undefined
    ? undefined
    : day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + millisecond - offset
}

function offsetMs(text: string): number | undefined {
  if (text.endsWith('Z')) return 0
  const start = text.length - 6
  const hours = digitsAt(text, start + 1, 2)
  const minutes = digitsAt(text, start + 4, 2)
  if (hours > 23 || minutes > 59) return undefined
  return (text[start] === '-' ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS)
}

/** A time of day `HH:mm` in milliseconds; 24:00 only where the end of the day may be meant. */
export function readTimeOfDay(value: unknown, path: string, allows24: boolean): number {
  if (typeof value === 'string' && value.length === 5 && value[2] === ':') {
    const hour = digitsAt(value, 0, 2)
    const minute = digitsAt(value, 3, 2)
    if ((hour <= 23 && minute <= 59) || (allows24 && hour === 24 && minute === 0))
      return hour * HOUR_MS + minute * MINUTE_MS
  }
  throw new InputError('unknown-value', `${path} must be a time of day, HH:mm; it is ${shown(value)}`, path)
}
