import { paramsOn } from '../code/resolved-code.ts'
import { listOf, triggersOf } from '../code/schema/periods.ts'
import type { Period, Stop } from '../code/schema/periods.ts'
import type { PeriodRule } from '../code/schema/period-rule.ts'
import { referencesOf } from '../code/schema/reference.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { ClockError } from './clock-error.ts'
import { acceptedExtensions } from './clock-extensions.ts'
import { concerns, entriesDuring, isMet, namesClock } from './clock-runs.ts'
import type { ClockEvent, Run } from './clock-runs.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import { localDate, plusDays } from './legal-time.ts'
import { holds } from './situation.ts'
import type { Situation } from './situation.ts'

export type ClockRequest = {
  /** What is asked of `answerPeriod`, without days of a stop that is not over. */
  request: JsonObject
  references: Reference[]
  title: Words
  /** The stop that is not over. */
  openStop?: Entry
}

/** Turns one run of a clock into the words of `court-code period`. */
export function requestFor(periodId: string, period: Period, run: Run, situation: Situation): ClockRequest {
  const { code } = situation
  const variant = variantOf(period, run, situation)
  const rule = countedRule(periodId, variant?.rule ?? period.rule, run, situation)
  const isInstant = needsTime(rule)
  const momentOf = (event: ClockEvent): string => {
    if (!isInstant) return event.date
    return event.date === event.entry.on || localDate(event.entry.at, code.zone) === event.date
      ? (event.entry.time ?? event.entry.at)
      : event.date
  }
  const stops = stopsOf(period, run, situation)
  const restarts = run.restarts.map((event) => ({
    order: situation.state.entries.indexOf(event.entry),
    fact: { kind: 'restart', at: momentOf(event) },
  }))
  const extensions = acceptedExtensions(periodId, period, run, situation).map(({ entry, count, unit }) => ({
    order: situation.state.entries.indexOf(entry),
    fact: { kind: 'extension', count, unit },
  }))
  const inOrder = [...restarts, ...extensions].sort((a, b) => a.order - b.order).map(({ fact }) => fact)
  const facts: JsonValue[] = [...inOrder, ...exclusionsOf(periodId, period, run, situation), ...stops.facts]
  const transit = transitOf(period, run, situation)
  if (transit > 0) facts.push({ kind: 'transit', days: transit })
  return {
    request: {
      rule,
      trigger: momentOf(run.start),
      ...(facts.length > 0 && { facts }),
      calendar: code.zone === 'Asia/Shanghai' ? 'cn' : ['cn', { zone: code.zone }],
    },
    title: variant?.title ?? period.title,
    references: [
      ...referencesOf(variant?.reference ?? period.reference),
      ...(run.restarts.length > 0 ? triggersOf(period.restarts).flatMap((one) => referencesOf(one.reference)) : []),
    ],
    ...(stops.open && { openStop: stops.open }),
  }
}

/** The other length that applies to a run, if any. */
export function variantOf(
  period: Period,
  run: Run,
  situation: Situation,
): NonNullable<Period['variants']>[number] | undefined {
  const entries = triggersOf(period.starts).map((trigger) => trigger.on)
  return period.variants?.find((variant) =>
    holds(situation, variant.when, { entries }, { entry: run.start.entry.data, subject: run.subject }),
  )
}

type CountedRule = { [key: string]: JsonValue }

/** A count may come from the entry, within bounds, or from a dated parameter. */
function countedRule(periodId: string, rule: PeriodRule, run: Run, situation: Situation): CountedRule {
  const { count, ...words } = rule
  const plain = JSON.parse(JSON.stringify(words)) as CountedRule
  return count === undefined ? plain : { count: countOf(periodId, count, run, situation), ...plain }
}

function countOf(periodId: string, count: NonNullable<PeriodRule['count']>, run: Run, situation: Situation): number {
  if (typeof count === 'number') return count
  if ('parameter' in count) {
    const value = paramsOn(situation.code, run.start.date)[count.parameter]
    if (typeof value === 'number') return value
    throw new ClockError(periodId, `parameter ${count.parameter} has no value on ${run.start.date}`)
  }
  const entries = [run.start, ...run.restarts].map((event) => event.entry).reverse()
  const stated = entries.map((entry) => entry.data[count.from]).find((value) => typeof value === 'number' && value > 0)
  const value = typeof stated === 'number' ? stated : (count.default ?? count.min ?? count.max)
  if (value === undefined) throw new ClockError(periodId, `no entry states ${count.from}, and the rule has no default`)
  return Math.min(Math.max(value, count.min ?? 0), count.max ?? Number.MAX_SAFE_INTEGER)
}

/** Days count from dates; only hours, a cut-off or an end at the time of the event need its time. */
function needsTime(rule: CountedRule): boolean {
  return rule['unit'] === 'hour' || rule['cutoff'] !== undefined || rule['endAt'] === 'trigger'
}

function stopsOf(period: Period, run: Run, situation: Situation): { facts: JsonValue[]; open?: Entry } {
  const found = listOf(period.stops).map((rule) => stopsBy(rule, period, run, situation))
  const open = found
    .flatMap((one) => one.open ?? [])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))[0]
  return { facts: found.flatMap((one) => one.facts), ...(open && { open }) }
}

/** What stopped for one party goes on for that party; what stopped for the case goes on for the case. */
function stopsBy(rule: Stop, period: Period, run: Run, situation: Situation): { facts: JsonValue[]; open?: Entry } {
  const facts: JsonValue[] = []
  const open = new Map<string, Entry>()
  for (const entry of situation.state.entries) {
    if (!concerns(period, entry, run.subject)) continue
    const subject = entry.subject ?? ''
    if (rule.on.includes(entry.type) && !open.has(subject)) open.set(subject, entry)
    if (!rule.until.includes(entry.type)) continue
    for (const [key, stop] of open) {
      if (stop === entry || (subject !== '' && key !== '' && key !== subject)) continue
      if (stop.on < entry.on) facts.push({ kind: 'excluded', from: stop.on, to: plusDays(entry.on, -1) })
      open.delete(key)
    }
  }
  const [first] = open.values()
  return { facts, ...(first && { open: first }) }
}

function exclusionsOf(periodId: string, period: Period, run: Run, situation: Situation): JsonValue[] {
  return listOf(period.excludes).flatMap((rule) =>
    situation.state.entries.flatMap((entry) => {
      if (entry.type !== rule.on || !concerns(period, entry, run.subject) || !namesClock(entry, periodId, run.key))
        return []
      const [from, to] = [entry.data[rule.from], entry.data[rule.to]]
      if (typeof from !== 'string' || typeof to !== 'string' || from > to) return []
      return isMet(rule, entry, run.subject, situation) ? [{ kind: 'excluded', from, to }] : []
    }),
  )
}

function transitOf(period: Period, run: Run, situation: Situation): number {
  const rule = period.transit
  if (rule === undefined) return 0
  return entriesDuring(run, situation).reduce((days, entry) => {
    if (entry.type !== rule.on || !concerns(period, entry, run.subject)) return days
    const stated = entry.data[rule.days]
    return typeof stated === 'number' && isMet(rule, entry, run.subject, situation) ? days + stated : days
  }, 0)
}
