import { cnDayNames, cnDefinition, cnZone } from './cn-calendar.ts'
import type { DayName } from './cn-calendar.ts'
import { defineCalendar } from './define-calendar.ts'
import type { CalendarDefinition, Standstill, WeekendWindow } from './define-calendar.ts'
import { easterOf } from './easter.ts'
import { at, InputError } from './input-error.ts'
import { partsOf, weekdayOf } from './plain-date.ts'
import { readList, readText } from './read-value.ts'
import type { Zone } from './zone.ts'

/** A calendar ready to be asked. Days are day numbers (see plain-date.ts); all answers are pure. */
export type CourtCalendar = {
  readonly zone: Zone
  readonly hasStandstills: boolean
  isCourtDay(day: number): boolean
  /** Whether what is known of the day may still change (court-code.md, reading 7). */
  isProvisional(day: number): boolean
  isStandstill(day: number): boolean
  /** Why a day rests or works; an ordinary working day has an empty name. */
  nameOf(day: number): DayName
}

/** Calendars by the name under which a batch defined them. */
export type NamedCalendars = ReadonlyMap<string, CalendarDefinition>

const COURT_DAY = 1
const PROVISIONAL = 2
const STANDSTILL = 4
const blockBits = 5
const saturdayAndSunday: readonly WeekendWindow[] = [{ from: -Infinity, to: Infinity, restBits: 0b100_0001 }]

/**
 * Opens what a request calls `calendar`: absent or `"cn"`, a defined name, an inline definition, or a list of these of
 * which later ones override earlier ones. Throws InputError for an unknown name or a wrong definition.
 */
export function openCalendar(value: unknown, named: NamedCalendars, path = 'calendar'): CourtCalendar {
  if (value === undefined || value === 'cn') return cnCalendar
  if (!Array.isArray(value)) return joinOnce([definitionOf(value, named, path)], path)
  const list = readList(value, path)
  if (list.length === 0) throw new InputError('empty-list', `${path} names no calendar`, path)
  return joinOnce(
    list.map((item, i) => definitionOf(item, named, at(path, i))),
    path,
  )
}

const joined = new WeakMap<CalendarDefinition, { layers: readonly CalendarDefinition[]; calendar: CourtCalendar }[]>()
const joinedMax = 50

/** A batch asks the same calendars again and again: each list of definitions is joined once. */
function joinOnce(layers: readonly CalendarDefinition[], path: string): CourtCalendar {
  const [first] = layers
  const known = first ? (joined.get(first) ?? []) : []
  const found = known.find(
    (one) => one.layers.length === layers.length && one.layers.every((layer, i) => layer === layers[i]),
  )
  if (found) return found.calendar
  const calendar = joinCalendars(layers, path)
  if (first && known.length < joinedMax) joined.set(first, [...known, { layers, calendar }])
  return calendar
}

function definitionOf(value: unknown, named: NamedCalendars, path: string): CalendarDefinition {
  if (typeof value !== 'string') return defineCalendar(value, path)
  if (value === 'cn') return cnDefinition
  const definition = named.get(readText(value, path))
  if (!definition)
    throw new InputError(
      'unknown-calendar',
      `no calendar ${JSON.stringify(value.slice(0, 60))} was defined before`,
      path,
    )
  return definition
}

/** Joins definitions, of which later ones override earlier ones day by day and field by field. */
export function joinCalendars(layers: readonly CalendarDefinition[], path = 'calendar'): CourtCalendar {
  const from = lastStated(layers, 'from') ?? -Infinity
  const to = lastStated(layers, 'to') ?? Infinity
  if (from > to) throw new InputError('from-after-to', 'the calendars together end before they begin', path)
  const weekend = lastStated(layers, 'weekend') ?? saturdayAndSunday
  const standstills = lastStated(layers, 'standstills') ?? []
  const years = layers.includes(cnDefinition) ? new Set(layers.flatMap(({ notices }) => notices)) : undefined
  const lastYear = years ? Math.max(...years) : 0
  const blocks = new Map<number, Uint8Array>()
  let recentKey = Number.NaN
  let recent: Uint8Array = new Uint8Array(0)

  const bitsOf = (day: number): number => {
    const key = day >> blockBits
    if (key !== recentKey) {
      let block = blocks.get(key)
      if (!block) {
        block = makeBlock(key)
        blocks.set(key, block)
      }
      recentKey = key
      recent = block
    }
    return recent[day & ((1 << blockBits) - 1)] ?? 0
  }
  const makeBlock = (key: number): Uint8Array => {
    const block = new Uint8Array(1 << blockBits)
    const first = key << blockBits
    const yearly = standstills.length > 0 ? new Map<number, number>() : undefined
    for (let i = 0; i < block.length; i++) {
      const day = first + i
      block[i] =
        (works(day) ? COURT_DAY : 0) |
        (isDoubtful(day) ? PROVISIONAL : 0) |
        (yearly && rests(day, yearly) ? STANDSTILL : 0)
    }
    return block
  }
  const works = (day: number): boolean => {
    const layer = layerNaming(layers, day)
    return layer ? layer.open.has(day) : !isWeekend(weekend, day)
  }
  const isDoubtful = (day: number): boolean => {
    if (day < from || day > to) return true
    if (!years) return false
    const { year, month, day: dayOfMonth } = partsOf(day)
    return !years.has(year) || (year === lastYear && month === 12 && dayOfMonth > 24)
  }
  const rests = (day: number, easters: Map<number, number>): boolean =>
    standstills.some((rule) => isIn(rule, day, easters))

  return {
    zone: lastStated(layers, 'zone') ?? cnZone,
    hasStandstills: standstills.length > 0,
    isCourtDay: (day) => (bitsOf(day) & COURT_DAY) !== 0,
    isProvisional: (day) => (bitsOf(day) & PROVISIONAL) !== 0,
    isStandstill: (day) => (bitsOf(day) & STANDSTILL) !== 0,
    nameOf: (day) => nameOf(layers, weekend, day),
  }
}

function lastStated<K extends 'from' | 'to' | 'zone' | 'weekend' | 'standstills'>(
  layers: readonly CalendarDefinition[],
  key: K,
): CalendarDefinition[K] | undefined {
  return layers.findLast((layer) => layer[key] !== undefined)?.[key]
}

function layerNaming(layers: readonly CalendarDefinition[], day: number): CalendarDefinition | undefined {
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]
    if (layer && (layer.closed.has(day) || layer.open.has(day))) return layer
  }
  return undefined
}

function isWeekend(weekend: readonly WeekendWindow[], day: number): boolean {
  for (const { from, to, restBits } of weekend) {
    if (day >= from && day <= to) return ((restBits >> weekdayOf(day)) & 1) === 1
  }
  return false
}

function isIn(rule: Standstill, day: number, easters: Map<number, number>): boolean {
  const { year, month, day: dayOfMonth } = partsOf(day)
  if (rule.kind === 'yearly') {
    const monthDay = month * 100 + dayOfMonth
    if (rule.from <= rule.to) return monthDay >= rule.from && monthDay <= rule.to
    return monthDay >= rule.from || monthDay <= rule.to
  }
  return [year - 1, year, year + 1].some((y) => {
    const easter = easters.get(y) ?? easterOf(y)
    easters.set(y, easter)
    return day >= easter + rule.from && day <= easter + rule.to
  })
}

function nameOf(layers: readonly CalendarDefinition[], weekend: readonly WeekendWindow[], day: number): DayName {
  const layer = layerNaming(layers, day)
  const noticed = layer === cnDefinition ? cnDayNames.get(day) : undefined
  if (noticed) return noticed
  if (layer)
    return layer.open.has(day)
      ? { zh: '另定工作日', en: 'open by the calendar' }
      : { zh: '另定休息日', en: 'closed by the calendar' }
  return isWeekend(weekend, day) ? { zh: '周末', en: 'weekend' } : { zh: '', en: '' }
}

/** The built-in calendar `cn`, opened once. */
export const cnCalendar: CourtCalendar = joinCalendars([cnDefinition])
