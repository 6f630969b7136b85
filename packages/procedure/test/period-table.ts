import { expect, test } from 'vitest'
import { InputError } from '../src/calendar/input-error.ts'
import { answerPeriod } from '../src/period/answer-period.ts'
import { checkProof } from '../src/period/check-proof.ts'

type Json = { [key: string]: unknown }

/**
 * One row of a table: the rule (or what stands instead), the event, what must follow, and why. Rows run in the year 2026, whose
 * June begins on a Monday; courts rest at weekends and from Friday 19 to Sunday 21 June (Dragon Boat Festival).
 */
export type Row = readonly [rule: Json, event: unknown, expected: string | Json, why: string, ...facts: Json[]]

/** Runs rows in which the expected text is the due day, or an object is part of the answer. */
export function periodTable(rows: readonly Row[], more: Json = {}): void {
  test.each(rows.map((row) => [row[3], row] as const))('%s', (_, [rule, event, expected, , ...facts]) => {
    const request = {
      rule,
      ...(event === undefined ? {} : { trigger: event }),
      ...(facts.length > 0 ? { facts } : {}),
      ...more,
    }
    const answer = answerPeriod(request)
    expect(answer).toMatchObject(typeof expected === 'string' ? { due: expected } : expected)
    expect(checkProof(request, JSON.parse(JSON.stringify(answer)))).toEqual({ valid: true })
  })
}

/** The code and the place of the error with which a request is answered; throws when it is answered. */
export function errorOf(request: unknown): { code: string; path: string } {
  try {
    const answer = answerPeriod(request)
    throw new Error(`answered: ${answer.due}`)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.message).not.toBe('')
    return { code: error.code, path: error.path }
  }
}

export const days = (count: number, more: Json = {}): Json => ({ count, unit: 'day', ...more })
export const courtDays = (count: number, more: Json = {}): Json => ({ count, unit: 'court-day', ...more })
export const weeks = (count: number, more: Json = {}): Json => ({ count, unit: 'week', ...more })
export const months = (count: number, more: Json = {}): Json => ({ count, unit: 'month', ...more })
export const years = (count: number, more: Json = {}): Json => ({ count, unit: 'year', ...more })
export const hours = (count: number, more: Json = {}): Json => ({ count, unit: 'hour', ...more })
export const excluded = (from: string, to = from): Json => ({ kind: 'excluded', from, to })
export const closure = (from: string, to = from): Json => ({ kind: 'closure', from, to })
export const transit = (count: number): Json => ({ kind: 'transit', days: count })
export const factor = (by: number): Json => ({ kind: 'factor', by })
export const restart = (at: unknown): Json => ({ kind: 'restart', at })
export const extension = (count: number, unit = 'day'): Json => ({ kind: 'extension', count, unit })
export const shortening = (count: number, unit = 'day'): Json => ({ kind: 'shortening', count, unit })
