import { openCalendar } from '../calendar/court-calendar.ts'
import type { CourtCalendar, NamedCalendars } from '../calendar/court-calendar.ts'
import { InputError } from '../calendar/input-error.ts'
import { formatDate } from '../calendar/plain-date.ts'
import { readDate, readRecord, readText, readWord } from '../calendar/read-value.ts'
import type { JsonRecord } from '../calendar/read-value.ts'
import type { Period, Trigger } from './model.ts'
import { readMoment } from './read-instant.ts'
import { readPeriod, refuseFacts } from './read-period.ts'
import type { RuleLookUp } from './read-period.ts'

/** A period request as it was understood. */
export type PeriodRequest = {
  readonly id: unknown
  readonly hasId: boolean
  readonly period: Period
  readonly calendar: CourtCalendar
  readonly ask: Ask
}

export type Ask =
  | { readonly kind: 'due' }
  | { readonly kind: 'latest-trigger'; readonly by: number }
  | { readonly kind: 'in-time'; readonly act: Exclude<Trigger, { kind: 'period' }>; readonly text: string }

const fields = new Set(['id', 'rule', 'trigger', 'facts', 'calendar', 'ask', 'by', 'act'])
const asks = ['due', 'latest-trigger', 'in-time'] as const

/** Reads one request of `court-code period`; throws InputError for whatever is wrong with it before anything is counted. */
export function readRequest(request: unknown, named: NamedCalendars, lookUp?: RuleLookUp): PeriodRequest {
  const record = readRecord(request, '', fields)
  const calendar = openCalendar(record['calendar'], named)
  const ask = readAsk(record)
  const isBackwardsAsked = ask.kind === 'latest-trigger'
  if (isBackwardsAsked && record['trigger'] !== undefined) {
    throw new InputError('not-allowed', 'the latest trigger is looked for: no trigger may be given', 'trigger')
  }
  const period = readPeriod(record, calendar, lookUp, isBackwardsAsked ? formatDate(ask.by) : undefined)
  if (isBackwardsAsked) refuseForLatestTrigger(period)
  return { id: record['id'], hasId: Object.hasOwn(record, 'id'), period, calendar, ask }
}

function readAsk(record: JsonRecord): Ask {
  const kind = record['ask'] === undefined ? 'due' : readWord(record['ask'], 'ask', asks)
  if (kind !== 'latest-trigger') refuse(record, 'by', 'latest-trigger')
  if (kind !== 'in-time') refuse(record, 'act', 'in-time')
  if (kind === 'due') return { kind }
  if (kind === 'latest-trigger') return { kind, by: readDate(record['by'], 'by') }
  const text = readText(record['act'], 'act')
  return { kind, act: readMoment(text, 'act'), text }
}

function refuse(record: JsonRecord, key: string, ask: string): void {
  if (record[key] !== undefined) throw new InputError('not-allowed', `${key} stands only with "ask":"${ask}"`, key)
}

function refuseForLatestTrigger({ rule, facts }: Period): void {
  const refused = (what: string, path: string): InputError =>
    new InputError('not-allowed', `${what} cannot stand where the latest trigger is asked for`, path)
  if (rule.kind === 'choice') throw refused('a choice between periods', 'rule')
  for (const { kind, path } of rule.parts) if (kind === 'hours') throw refused('a rule of hours', path)
  refuseFacts(facts, ['restart'], 'where the latest trigger is asked for')
}
