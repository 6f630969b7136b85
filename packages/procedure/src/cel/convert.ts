import type { Shape } from './shape.ts'

/** Makes an instance of a declared record; the environment gives the class that CEL knows the record by. */
export type MakeRecord = (name: string, fields: Record<string, unknown>) => unknown

/**
 * The one place where JSON becomes CEL: whole numbers become bigint, records become instances of their declared
 * class, and what was not filled in reads as empty ("" 0 false []), so that guards need no null checks.
 */
export function toCel(value: unknown, shape: Shape, make: MakeRecord): unknown {
  if (shape === 'dyn') return dynToCel(value)
  if (shape === 'string') return typeof value === 'string' ? value : ''
  if (shape === 'bool') return value === true
  if (shape === 'int') return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : 0n
  if (shape === 'double') return typeof value === 'number' ? value : 0
  if ('list' in shape) return Array.isArray(value) ? value.map((item) => toCel(item, shape.list, make)) : []
  const record = isRecord(value) ? value : {}
  if ('map' in shape) {
    return new Map(Object.entries(record).map(([key, inner]) => [key, toCel(inner, shape.map, make)]))
  }
  const fields: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(shape.fields)) fields[name] = toCel(record[name], inner, make)
  return make(shape.record, fields)
}

function dynToCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(dynToCel)
  if (isRecord(value)) return new Map(Object.entries(value).map(([key, inner]) => [key, dynToCel(inner)]))
  return value ?? null
}

/** The one place where CEL becomes JSON again. A number that JSON cannot hold exactly is a broken assumption. */
export function fromCel(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for the docket`)
    return number
  }
  if (Array.isArray(value)) return value.map(fromCel)
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), fromCel(inner)]))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromCel(inner)]))
  }
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
