import { at, InputError } from '../calendar/input-error.ts'
import { formatDate } from '../calendar/plain-date.ts'
import {
  readBoolean,
  readDate,
  readList,
  readObject,
  readText,
  readWhole,
  readWord,
  refuseUnknown,
} from '../calendar/read-value.ts'
import type { JsonRecord } from '../calendar/read-value.ts'
import { HOUR_MS } from '../calendar/zone.ts'
import { dayUnits, units } from './model.ts'
import type { DayPart, DayUnit, HourPart, Length, Part, Period, Rule, Trigger, Unit } from './model.ts'
import { readTimeOfDay } from './read-instant.ts'

/** What reading a rule needs from the request around it. */
export type RuleReader = {
  /** Counts nesting and the number of periods; throws when there is too much of either. */
  enter(depth: number, path: string): void
  /** The rule that a code has under an id (`rule.ref`), on a day or else on the day of the event. */
  resolve(reference: {
    ref: string
    court: string
    on: string | undefined
    trigger: Trigger | undefined
    path: string
  }): unknown
  readPeriod(value: unknown, path: string, depth: number): Period
}

const plainFields = new Set([
  ...[
    'count',
    'unit',
    'counts',
    'shortUpTo',
    'direction',
    'firstDay',
    'lastDay',
    'roll',
    'cutoff',
    'cutoffTo',
    'startOn',
    'endAt',
    'hoursFrom',
  ],
  ...['then', 'standstill'],
])
const refFields = new Set(['ref', 'court', 'on'])
const laterFields = new Set(['laterOf'])
const earlierFields = new Set(['earlierOf'])
const everyField = new Set([...plainFields, ...refFields, ...laterFields, ...earlierFields])
const lengthFields = new Set(['count', 'unit'])
const notWithHours = ['direction', 'firstDay', 'lastDay', 'cutoff', 'startOn', 'endAt', 'shortUpTo'] as const
const rolls = ['next', 'previous', 'none'] as const

/** Reads a rule with every default filled in. The trigger says on which day a rule is taken from a code that names none. */
export function readRule(value: unknown, path: string, depth: number, reader: RuleReader, trigger?: Trigger): Rule {
  reader.enter(depth, path)
  const record = readObject(value, path)
  if (record['ref'] !== undefined)
    return readRule(resolve(record, path, reader, trigger), path, depth + 1, reader, trigger)
  if (record['laterOf'] !== undefined) return readChoice(record, path, depth, reader, 'later')
  if (record['earlierOf'] !== undefined) return readChoice(record, path, depth, reader, 'earlier')
  refuseMixture(record, path, plainFields, 'a rule that counts')
  const first = readPart(record, path)
  const then = record['then'] === undefined ? [] : readThen(record['then'], at(path, 'then'), depth, reader, trigger)
  return { kind: 'parts', parts: [first, ...then] }
}

function resolve(record: JsonRecord, path: string, reader: RuleReader, trigger: Trigger | undefined): unknown {
  refuseMixture(record, path, refFields, 'a rule taken from a code')
  const ref = readText(record['ref'], at(path, 'ref'))
  const court = readText(record['court'], at(path, 'court'))
  const on = record['on'] === undefined ? undefined : formatDate(readDate(record['on'], at(path, 'on')))
  return reader.resolve({ ref, court, on, trigger, path })
}

function readChoice(
  record: JsonRecord,
  path: string,
  depth: number,
  reader: RuleReader,
  pick: 'later' | 'earlier',
): Rule {
  refuseMixture(record, path, pick === 'later' ? laterFields : earlierFields, 'a choice between periods')
  const here = at(path, pick === 'later' ? 'laterOf' : 'earlierOf')
  const list = readList(record[pick === 'later' ? 'laterOf' : 'earlierOf'], here)
  if (list.length === 0) throw new InputError('empty-list', `${here} has no period`, here)
  return { kind: 'choice', pick, items: list.map((item, i) => reader.readPeriod(item, at(here, i), depth + 1)) }
}

function readThen(value: unknown, path: string, depth: number, reader: RuleReader, trigger?: Trigger): Part[] {
  return readList(value, path).flatMap((item, i) => {
    const rule = readRule(item, at(path, i), depth + 1, reader, trigger)
    if (rule.kind === 'choice')
      throw new InputError('not-allowed', 'a choice has events of its own and cannot follow in then', at(path, i))
    return [...rule.parts]
  })
}

function refuseMixture(record: JsonRecord, path: string, allowed: ReadonlySet<string>, what: string): void {
  refuseUnknown(record, path, everyField)
  for (const key of Object.keys(record)) {
    if (!allowed.has(key)) throw new InputError('not-allowed', `${key} cannot stand in ${what}`, at(path, key))
  }
}

function readPart(record: JsonRecord, path: string): Part {
  const lengths = readLengths(record, path)
  const hours = lengths.filter(({ unit }) => unit === 'hour')
  if (hours.length === 0) return readDayPart(record, path, lengths as readonly Length<DayUnit>[])
  if (hours.length === lengths.length) return readHourPart(record, path, hours)
  throw new InputError('not-allowed', 'hours cannot be counted together with other units; use then', at(path, 'counts'))
}

function readLengths(record: JsonRecord, path: string): readonly Length[] {
  if (record['counts'] === undefined) {
    const unit = record['unit'] === undefined ? 'day' : readWord(record['unit'], at(path, 'unit'), units)
    return [{ count: readWhole(record['count'], at(path, 'count')), unit }]
  }
  for (const key of lengthFields) {
    if (record[key] !== undefined)
      throw new InputError('not-allowed', `${key} cannot stand beside counts`, at(path, key))
  }
  const here = at(path, 'counts')
  const list = readList(record['counts'], here)
  if (list.length === 0) throw new InputError('empty-list', `${here} has no length`, here)
  return list.map((item, i) => readLength(item, at(here, i), units))
}

function readLength<U extends Unit>(value: unknown, path: string, words: readonly U[]): Length<U> {
  const record = readObject(value, path)
  refuseUnknown(record, path, lengthFields)
  return {
    count: readWhole(record['count'], at(path, 'count')),
    unit: readWord(record['unit'], at(path, 'unit'), words),
  }
}

function readHourPart(record: JsonRecord, path: string, lengths: readonly Length[]): HourPart {
  for (const key of notWithHours) {
    if (record[key] !== undefined)
      throw new InputError('not-allowed', `${key} cannot stand in a rule of hours`, at(path, key))
  }
  readOptional(record, path, 'standstill', readBoolean)
  readOptional(record, path, 'cutoffTo', (value, here) => readWord(value, here, ['day', 'court-day']))
  return {
    kind: 'hours',
    path,
    count: lengths.reduce((sum, { count }) => sum + count, 0),
    fromNextFull: readHoursFrom(record, path) === 'next-full',
    roll: readOptional(record, path, 'roll', (value, here) => readWord(value, here, rolls)) ?? 'none',
  }
}

function readDayPart(record: JsonRecord, path: string, lengths: readonly Length<DayUnit>[]): DayPart {
  const word = <T extends string>(key: string, words: readonly [T, ...T[]]): T =>
    record[key] === undefined ? words[0] : readWord(record[key], at(path, key), words)
  const cutoff = record['cutoff'] === 'none' ? undefined : record['cutoff']
  const isBackward = word('direction', ['forward', 'backward']) === 'backward'
  if (isBackward) refuseBackwardFields(record, path, cutoff)
  readHoursFrom(record, path)
  return {
    kind: 'days',
    path,
    lengths,
    isBackward,
    isFirstDayIncluded: word('firstDay', ['excluded', 'included']) === 'included',
    isLastDayExcluded: word('lastDay', ['included', 'excluded']) === 'excluded',
    roll: word('roll', rolls),
    cutoffTo: word('cutoffTo', ['day', 'court-day']),
    startsOnCourtDay: word('startOn', ['trigger', 'court-day']) === 'court-day',
    endAt: readEndAt(record['endAt'], at(path, 'endAt')),
    countsStandstill: readOptional(record, path, 'standstill', readBoolean) ?? true,
    ...(cutoff === undefined ? {} : { cutoffMs: readTimeOfDay(cutoff, at(path, 'cutoff'), false) }),
    ...(record['shortUpTo'] === undefined
      ? {}
      : { shortUpTo: readLength(record['shortUpTo'], at(path, 'shortUpTo'), dayUnits) }),
  }
}

function refuseBackwardFields(record: JsonRecord, path: string, cutoff: unknown): void {
  for (const [key, value] of [
    ['cutoff', cutoff],
    ['startOn', record['startOn']],
  ] as const) {
    if (value !== undefined)
      throw new InputError('not-allowed', `${key} cannot stand in a backward rule`, at(path, key))
  }
}

function readEndAt(value: unknown, path: string): number | 'trigger' {
  if (value === undefined) return 24 * HOUR_MS
  return value === 'trigger' ? 'trigger' : readTimeOfDay(value, path, true)
}

function readHoursFrom(record: JsonRecord, path: string): 'next-full' | 'now' {
  return (
    readOptional(record, path, 'hoursFrom', (value, here) => readWord(value, here, ['next-full', 'now'])) ?? 'next-full'
  )
}

function readOptional<T>(
  record: JsonRecord,
  path: string,
  key: string,
  read: (value: unknown, path: string) => T,
): T | undefined {
  return record[key] === undefined ? undefined : read(record[key], at(path, key))
}
