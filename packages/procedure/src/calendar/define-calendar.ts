import { at, InputError } from './input-error.ts'
import { daysInMonth, digitsAt } from './plain-date.ts'
import {
  missing,
  readDate,
  readList,
  readRecord,
  readText,
  readWhole,
  readWord,
  refuseBackwards,
  refuseUnknown,
} from './read-value.ts'
import type { JsonRecord } from './read-value.ts'
import { openZone } from './zone.ts'
import type { Zone } from './zone.ts'

/** Days of the week that rest, from one day to another (both included, either may be open). Bit n is weekday n, 0 Sunday. */
export type WeekendWindow = { readonly from: number; readonly to: number; readonly restBits: number }

/** Days of every year that count as excluded: by month and day (`month * 100 + day`), or by distance from Easter Sunday. */
export type Standstill =
  | { readonly kind: 'yearly'; readonly from: number; readonly to: number }
  | { readonly kind: 'easter'; readonly from: number; readonly to: number }

/** A calendar as it was defined; what is absent was not stated. Days are day numbers. */
export type CalendarDefinition = {
  readonly name?: string
  readonly weekend?: readonly WeekendWindow[]
  readonly closed: ReadonlySet<number>
  readonly open: ReadonlySet<number>
  readonly from?: number
  readonly to?: number
  readonly zone?: Zone
  readonly standstills?: readonly Standstill[]
  /** Years whose State Council notice this calendar's lists carry (a field of ours, see the package's README). */
  readonly notices: readonly number[]
}

const fields = new Set(['name', 'weekend', 'closed', 'open', 'from', 'to', 'zone', 'standstill', 'notices'])
const windowFields = new Set(['from', 'to', 'days'])
const yearlyFields = new Set(['from', 'to'])
const easterFields = new Set(['easter'])
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const easterDistanceMax = 180

/**
 * Reads the definition of a calendar (court-code.md §1, `calendar`).
 * Throws InputError: unknown fields, dates that do not exist, `from` after `to`, a date in both lists, overlapping windows.
 */
export function defineCalendar(value: unknown, path: string): CalendarDefinition {
  const record = readRecord(value, path, fields)
  const closed = readDays(record, 'closed', path)
  const open = readDays(record, 'open', path)
  refuseBoth(closed, open, at(path, 'open'))
  return {
    closed,
    open,
    notices: record['notices'] === undefined ? [] : readYears(record['notices'], at(path, 'notices')),
    ...readRange(record, path),
    ...(record['name'] === undefined ? {} : { name: readText(record['name'], at(path, 'name')) }),
    ...(record['weekend'] === undefined ? {} : { weekend: readWeekend(record['weekend'], at(path, 'weekend')) }),
    ...(record['zone'] === undefined ? {} : { zone: readZone(record['zone'], at(path, 'zone')) }),
    ...(record['standstill'] === undefined
      ? {}
      : {
          standstills: readList(record['standstill'], at(path, 'standstill')).map((item, i) =>
            readStandstill(item, at(at(path, 'standstill'), i)),
          ),
        }),
  }
}

function readDays(record: JsonRecord, key: 'closed' | 'open', path: string): Set<number> {
  if (record[key] === undefined) return new Set()
  return new Set(readList(record[key], at(path, key)).map((item, i) => readDate(item, at(at(path, key), i))))
}

function refuseBoth(closed: ReadonlySet<number>, open: ReadonlySet<number>, path: string): void {
  let i = 0
  for (const day of open) {
    if (closed.has(day))
      throw new InputError('closed-and-open', 'a date stands both in closed and in open', at(path, i))
    i++
  }
}

function readRange(record: JsonRecord, path: string): { from?: number; to?: number } {
  const from = record['from'] === undefined ? undefined : readDate(record['from'], at(path, 'from'))
  const to = record['to'] === undefined ? undefined : readDate(record['to'], at(path, 'to'))
  if (from !== undefined && to !== undefined) refuseBackwards(from, to, at(path, 'to'))
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function readYears(value: unknown, path: string): number[] {
  return readList(value, path).map((item, i) => {
    const year = readWhole(item, at(path, i), 1)
    if (year > 9999) throw new InputError('wrong-number', `${at(path, i)} must be a year up to 9999`, at(path, i))
    return year
  })
}

function readZone(value: unknown, path: string): Zone {
  const zone = openZone(readText(value, path))
  if (!zone) throw new InputError('unknown-zone', `${path} is no time zone of the IANA list`, path)
  return zone
}

function readWeekend(value: unknown, path: string): WeekendWindow[] {
  const list = readList(value, path)
  if (list.every((item) => typeof item === 'string')) {
    return [{ from: -Infinity, to: Infinity, restBits: readRestBits(list, path) }]
  }
  const windows = list.map((item, i) => readWindow(item, at(path, i)))
  for (const [i, here] of windows.entries()) {
    for (const before of windows.slice(0, i)) {
      if (here.from <= before.to && before.from <= here.to) {
        throw new InputError('overlap', `${at(path, i)} overlaps another window`, at(path, i))
      }
    }
  }
  return windows
}

function readWindow(value: unknown, path: string): WeekendWindow {
  const record = readRecord(value, path, windowFields)
  const { from = -Infinity, to = Infinity } = readRange(record, path)
  return { from, to, restBits: readRestBits(readList(record['days'], at(path, 'days')), at(path, 'days')) }
}

function readRestBits(list: readonly unknown[], path: string): number {
  let bits = 0
  for (const [i, item] of list.entries()) bits |= 1 << weekdays.indexOf(readWord(item, at(path, i), weekdays))
  return bits
}

function readStandstill(value: unknown, path: string): Standstill {
  const record = readRecord(value, path, new Set([...yearlyFields, ...easterFields]))
  if (record['easter'] === undefined) {
    return {
      kind: 'yearly',
      from: readMonthDay(record['from'], at(path, 'from')),
      to: readMonthDay(record['to'], at(path, 'to')),
    }
  }
  refuseUnknown(record, path, easterFields)
  const list = readList(record['easter'], at(path, 'easter'))
  if (list.length !== 2)
    throw new InputError('wrong-number', `${at(path, 'easter')} must be two numbers of days`, at(path, 'easter'))
  const [from, to] = [
    readDistance(list[0], at(at(path, 'easter'), 0)),
    readDistance(list[1], at(at(path, 'easter'), 1)),
  ]
  refuseBackwards(from, to, at(at(path, 'easter'), 1))
  return { kind: 'easter', from, to }
}

function readDistance(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= easterDistanceMax) return value
  throw new InputError(
    'wrong-number',
    `${path} must be a whole number of days, at most ${easterDistanceMax} from Easter`,
    path,
  )
}

/** `MM-DD`, read as `month * 100 + day`; 02-29 is a day of leap years. */
function readMonthDay(value: unknown, path: string): number {
  if (value === undefined) throw missing(path)
  if (typeof value === 'string' && value.length === 5 && value[2] === '-') {
    const month = digitsAt(value, 0, 2)
    const day = digitsAt(value, 3, 2)
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month)) return month * 100 + day
  }
  throw new InputError('no-such-date', `${path} must be a day of the year, MM-DD`, path)
}
