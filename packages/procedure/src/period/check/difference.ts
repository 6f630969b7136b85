import type { Expected } from './sentence.ts'

/** What is wrong with a step, or with what stands beside the proof; undefined when nothing is. */
export function differenceOf(expected: Expected, given: unknown): string | undefined {
  if (given === undefined) return `a step is missing: ${String(expected['step'])} on ${String(expected['date'])}`
  if (!isRecord(given)) return 'it is no object'
  for (const [field, value] of Object.entries(expected)) {
    if (!isSame(given[field], value))
      return `${field} must be ${JSON.stringify(value)}, not ${JSON.stringify(given[field])}`
  }
  const surplus = Object.keys(given).find((field) => !Object.hasOwn(expected, field))
  return surplus === undefined ? undefined : `${JSON.stringify(surplus)} does not belong there`
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
