import { parseArgs } from 'node:util'
import { UsageError } from './usage.ts'

type Options = Record<string, { type: 'string' | 'boolean' }>

/** Options and positionals of one command; whatever is not declared is wrong usage. */
export function readArguments(
  args: string[],
  options: Options,
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function requireText(values: Record<string, string | boolean | undefined>, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`)
  return value
}

/** A date that exists, as YYYY-MM-DD. */
export function requireDate(values: Record<string, string | boolean | undefined>, name: string): string {
  const value = requireText(values, name)
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new UsageError(`--${name} ${value} is not a date`)
  return value
}
