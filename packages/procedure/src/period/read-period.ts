import type { CourtCalendar } from '../calendar/court-calendar.ts'
import { at, InputError } from '../calendar/input-error.ts'
import { formatDate } from '../calendar/plain-date.ts'
import { missing, readObject, refuseUnknown } from '../calendar/read-value.ts'
import type { JsonRecord } from '../calendar/read-value.ts'
import { DAY_MS, MINUTE_MS } from '../calendar/zone.ts'
import type { FactKind, Facts, Part, Period, Rule, Trigger } from './model.ts'
import { readFacts } from './read-facts.ts'
import { readMoment } from './read-instant.ts'
import { readRule } from './read-rule.ts'
import type { RuleReader } from './read-rule.ts'

/**
 * Gives the rule that a court's code has under an id on a day (`YYYY-MM-DD`; undefined when neither the request nor its
 * event names one), in the words of court-code.md, or undefined when there is none.
 */
export type RuleLookUp = (ref: string, court: string, on: string | undefined) => unknown

const depthMax = 200
const periodsMax = 10_000
const fields = new Set(['rule', 'trigger', 'facts'])

/**
 * Reads `{rule, trigger, facts}`. A rule that counts needs a trigger, unless `withoutTriggerOn` gives the day on which a code
 * is asked instead. Throws InputError for whatever court-code.md calls an error before anything is counted.
 */
export function readPeriod(
  record: JsonRecord,
  calendar: CourtCalendar,
  lookUp?: RuleLookUp,
  withoutTriggerOn?: string,
): Period {
  let periods = 0
  const reader: RuleReader = {
    enter(depth, path) {
      refuseTooDeep(depth, path)
      if (++periods > periodsMax)
        throw new InputError('too-large', `more than ${periodsMax} rules stand in one request`, path)
    },
    resolve({ ref, court, on, trigger, path }) {
      const rule = lookUp?.(ref, court, on ?? withoutTriggerOn ?? dateOf(trigger, calendar))
      if (rule === undefined)
        throw new InputError('unknown-rule', `no code of court ${court} has a rule ${ref}`, at(path, 'ref'))
      return rule
    },
    readPeriod(value, path, depth) {
      refuseTooDeep(depth, path)
      const inner = readObject(value, path)
      refuseUnknown(inner, path, fields)
      return readFields(inner, path, depth, reader, false)
    },
  }
  return readFields(record, '', 0, reader, withoutTriggerOn !== undefined)
}

function refuseTooDeep(depth: number, path: string): void {
  if (depth > depthMax) throw new InputError('too-deep', `rules stand more than ${depthMax} deep in one another`, path)
}

function readFields(
  record: JsonRecord,
  path: string,
  depth: number,
  reader: RuleReader,
  allowsNoTrigger: boolean,
): Period {
  if (record['rule'] === undefined) throw missing(at(path, 'rule'))
  const here = at(path, 'trigger')
  const trigger = record['trigger'] === undefined ? undefined : readTrigger(record['trigger'], here, depth, reader)
  const rule = readRule(record['rule'], at(path, 'rule'), depth, reader, trigger)
  const facts = readFacts(record['facts'], at(path, 'facts'), (value, factPath) =>
    readTrigger(value, factPath, depth, reader),
  )
  if (rule.kind === 'choice') {
    if (trigger) throw new InputError('not-allowed', 'a choice between periods has no event of its own', here)
    refuseFacts(facts, ['excluded', 'factor', 'restart'], 'beside a choice between periods')
    return { path, rule, facts }
  }
  if (!trigger && !allowsNoTrigger) throw missing(here)
  refuseWithHours(rule, trigger, facts, here)
  return trigger ? { path, rule, trigger, facts } : { path, rule, facts }
}

function readTrigger(value: unknown, path: string, depth: number, reader: RuleReader): Trigger {
  if (value === undefined) throw missing(path)
  if (typeof value === 'string') return readMoment(value, path)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('wrong-type', `${path} must be a date, an instant or a period`, path)
  }
  return { kind: 'period', period: reader.readPeriod(value, path, depth + 1) }
}

function refuseWithHours(
  { parts }: Extract<Rule, { kind: 'parts' }>,
  trigger: Trigger | undefined,
  facts: Facts,
  path: string,
): void {
  if (parts.every(({ kind }) => kind === 'days')) return
  const isHours = (part: Part | undefined): boolean => part?.kind === 'hours'
  refuseFacts(facts, ['excluded', 'closure'], 'beside a rule of hours')
  if (isHours(parts.at(-1))) refuseFacts(facts, ['extension', 'shortening'], 'beside a rule of hours')
  if (!isHours(parts[0])) return
  refuseFacts(facts, ['transit', 'factor'], 'beside a rule of hours')
  refuseDate(trigger, path)
  for (const restart of facts.restarts) refuseDate(restart.at, at(restart.path, 'at'))
}

/** Throws when a fact of one of the kinds was given. */
export function refuseFacts(facts: Facts, kinds: readonly FactKind[], where: string): void {
  for (const kind of kinds) {
    const path = facts.paths[kind]
    if (path !== undefined) throw new InputError('not-allowed', `a fact of kind ${kind} cannot stand ${where}`, path)
  }
}

function refuseDate(trigger: Trigger | undefined, path: string): void {
  if (trigger?.kind === 'date')
    throw new InputError('time-needed', 'hours need an event with a time and an offset', path)
}

/** The day of an event, for a code that is asked about it; of a period before it, the day of the event of that one. */
function dateOf(trigger: Trigger | undefined, calendar: CourtCalendar): string | undefined {
  switch (trigger?.kind) {
    case 'date':
      return formatDate(trigger.day)
    case 'instant':
      return formatDate(Math.floor((trigger.ms + calendar.zone.offsetAt(trigger.ms) * MINUTE_MS) / DAY_MS))
    case 'period':
      return dateOf(eventOf(trigger.period), calendar)
    case undefined:
      return undefined
  }
}

function eventOf({ rule, trigger }: Period): Trigger | undefined {
  const [first] = rule.kind === 'choice' ? rule.items : []
  return first ? eventOf(first) : trigger
}
