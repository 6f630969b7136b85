// Reading unknown JSON: each function gives the value or throws an InputError that says where it stands.
import { at, InputError } from './input-error.ts'
import { parseDate } from './plain-date.ts'

export type JsonRecord = { readonly [key: string]: unknown }

/** A JSON object with no other fields than those named. */
export function readRecord(value: unknown, path: string, allowed: ReadonlySet<string>): JsonRecord {
  const record = readObject(value, path)
  refuseUnknown(record, path, allowed)
  return record
}

/** A JSON object, whatever its fields. */
export function readObject(value: unknown, path: string): JsonRecord {
  if (value === undefined) throw missing(path)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('wrong-type', `${named(path)} must be an object`, path)
  }
  return value as JsonRecord
}

/** Throws when an object has a field that is not named. */
export function refuseUnknown(record: JsonRecord, path: string, allowed: ReadonlySet<string>): void {
  for (const key of Object.keys(record)) {
    if (!allowed.has(key))
      throw new InputError('unknown-field', `${quoted(key)} is not a field of ${named(path)}`, at(path, key))
  }
}

/** A JSON list. */
export function readList(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) throw missing(path)
  if (!Array.isArray(value)) throw new InputError('wrong-type', `${named(path)} must be a list`, path)
  return value
}

/** One of the words given. */
export function readWord<T extends string>(value: unknown, path: string, words: readonly T[]): T {
  if (value === undefined) throw missing(path)
  for (const word of words) if (word === value) return word
  throw new InputError(
    'unknown-value',
    `${named(path)} must be one of ${words.join(', ')}; it is ${shown(value)}`,
    path,
  )
}

/** A plain text that is not empty. */
export function readText(value: unknown, path: string): string {
  if (value === undefined) throw missing(path)
  if (typeof value !== 'string' || value === '')
    throw new InputError('wrong-type', `${named(path)} must be a text`, path)
  return value
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new InputError('wrong-type', `${named(path)} must be true or false`, path)
  return value
}

/** A whole number of at least `min`. */
export function readWhole(value: unknown, path: string, min = 0): number {
  if (value === undefined) throw missing(path)
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min) {
    throw new InputError(
      'wrong-number',
      `${named(path)} must be a whole number of at least ${min}; it is ${shown(value)}`,
      path,
    )
  }
  return value
}

/** A date `YYYY-MM-DD` that exists, as a day number. */
export function readDate(value: unknown, path: string): number {
  if (value === undefined) throw missing(path)
  if (typeof value !== 'string') throw new InputError('wrong-type', `${named(path)} must be a date, YYYY-MM-DD`, path)
  const day = parseDate(value)
  if (day === undefined)
    throw new InputError(
      'no-such-date',
      `${named(path)} is no date (YYYY-MM-DD, years 0001 to 9999): ${shown(value)}`,
      path,
    )
  return day
}

/** Throws when an interval ends before it begins; `path` is that of its end. */
export function refuseBackwards(from: number, to: number, path: string): void {
  if (from > to) throw new InputError('from-after-to', `${named(path)} lies before the date it begins with`, path)
}

export function missing(path: string): InputError {
  return new InputError('missing-field', `${named(path)} is missing`, path)
}

function named(path: string): string {
  return path === '' ? 'the request' : path
}

/** A value as it was written, cut to a bearable length. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function quoted(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key)
}
