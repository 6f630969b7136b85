import type { NamedCalendars } from '../calendar/court-calendar.ts'
import { defineCalendar } from '../calendar/define-calendar.ts'
import type { CalendarDefinition } from '../calendar/define-calendar.ts'
import { InputError } from '../calendar/input-error.ts'
import { readRecord, readText } from '../calendar/read-value.ts'
import type { AnswerRequest } from './batch.ts'

const definingFields = new Set(['id', 'defineCalendar'])

/**
 * Answers a batch whose lines may define calendars for the lines after them (`defineCalendar`), and turns what is wrong with a
 * line into its answer.
 */
export function withCalendars(answer: (request: unknown, calendars: NamedCalendars) => object): AnswerRequest {
  const calendars = new Map<string, CalendarDefinition>()
  return (request) => {
    try {
      if (isRecord(request) && Object.hasOwn(request, 'defineCalendar')) return define(request, calendars)
      return answer(request, calendars)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { code, message, path } = error
      return { id: isRecord(request) ? (request['id'] ?? null) : null, error: { code, message, path } }
    }
  }
}

function define(request: Record<string, unknown>, calendars: Map<string, CalendarDefinition>): object {
  readRecord(request, '', definingFields)
  const definition = defineCalendar(request['defineCalendar'], 'defineCalendar')
  const name = readText(definition.name, 'defineCalendar.name')
  if (name === 'cn') {
    throw new InputError(
      'reserved-name',
      'cn is the built-in calendar and cannot be defined anew',
      'defineCalendar.name',
    )
  }
  calendars.set(name, definition)
  return { ...('id' in request ? { id: request['id'] } : {}), defined: name }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
