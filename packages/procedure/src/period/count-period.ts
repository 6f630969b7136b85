import { at, InputError } from '../calendar/input-error.ts'
import { instantOf } from '../calendar/zone.ts'
import { adjustEnd, goByTransit } from './adjust-end.ts'
import { countDayPart } from './count-day-part.ts'
import { countHourPart } from './count-hour-part.ts'
import { dueAtText, endOn, note } from './counting.ts'
import type { Counting, End } from './counting.ts'
import { readEvent, noteStart } from './event.ts'
import type { Event } from './event.ts'
import type { Facts, Part, Period, Rule } from './model.ts'
import { refuseFacts } from './read-period.ts'
import { settleLastDay } from './settle-last-day.ts'

/** Counts a period to its end, and writes the proof on the way. */
export function countPeriod(period: Period, counting: Counting): End {
  const { rule } = period
  return rule.kind === 'choice' ? countChoice(period, rule, counting) : countParts(period, rule.parts, counting)
}

/** Parts one after the other: each starts on the rolled end of the one before. */
function countParts(period: Period, parts: readonly [Part, ...Part[]], counting: Counting): End {
  const [first, ...others] = parts
  const { event, facts } = eventAndFacts(period, first, counting)
  let end = countPart({ part: first, event, facts, isFirst: true, isLast: others.length === 0 }, counting)
  for (const [i, part] of others.entries()) {
    const next: Event = handOn(end, part)
    noteStart(next, part.path, counting)
    end = countPart({ part, event: next, facts, isFirst: false, isLast: i === others.length - 1 }, counting)
  }
  return end
}

/** The event of a period: that of its trigger, or of the latest restart, which replaces it (reading 5). */
function eventAndFacts(period: Period, first: Part, counting: Counting): { event: Event; facts: Facts } {
  const { trigger, facts } = period
  if (!trigger) throw new Error(`the period at ${JSON.stringify(period.path)} was read without its event`)
  const read = (value: typeof trigger): Event =>
    value.kind === 'period' ? handOn(countPeriod(value.period, counting), first) : readEvent(value, counting)
  const started = read(trigger)
  noteStart(started, first.path, counting)
  let latest: { event: Event; ms: number; index: number } | undefined
  const startedMs = msOf(started, counting)
  for (const restart of facts.restarts) {
    const event = read(restart.at)
    const ms = msOf(event, counting)
    if (ms < startedMs) {
      throw new InputError(
        'restart-before-trigger',
        'a restart lies before the event that it replaces',
        at(restart.path, 'at'),
      )
    }
    if (latest === undefined || ms >= latest.ms) latest = { event, ms, index: restart.index }
  }
  if (!latest) return { event: started, facts }
  const { event, index } = latest
  const adjustments = facts.adjustments.filter((adjustment) => adjustment.index > index)
  const fallen = facts.adjustments.length - adjustments.length
  note(counting, first.path, 'restart', event.day, event.at === undefined ? 'restart.date' : 'restart.instant', () => ({
    ...(event.at === undefined ? {} : { at: event.at }),
    fallen,
  }))
  return { event, facts: { ...facts, adjustments } }
}

type PartOfPeriod = { part: Part; event: Event; facts: Facts; isFirst: boolean; isLast: boolean }

/** Transit and factors belong to the first part, extensions and shortenings to the last; the other facts to every part. */
function countPart({ part, event, facts, isFirst, isLast }: PartOfPeriod, counting: Counting): End {
  if (part.kind === 'hours') return countHourPart(part, msOf(event, counting), counting)
  return countDayPart(
    {
      part,
      event,
      excluded: facts.excluded,
      closures: facts.closures,
      factors: isFirst ? facts.factors : [],
      factorPath: facts.paths.factor ?? part.path,
      transitDays: isFirst ? facts.transitDays : 0,
      adjustments: isLast ? facts.adjustments : [],
    },
    counting,
  )
}

/** An end hands on its day without time; only to hours it hands on its instant. */
function handOn(end: End, to: Part): Event {
  const at = dueAtText(end)
  return to.kind === 'hours' ? { day: end.day, ms: end.ms, at, isHandedOn: true } : { day: end.day, isHandedOn: true }
}

function msOf(event: Event, { zone }: Counting): number {
  return event.ms ?? instantOf(zone, event.day, 0)
}

/** The later or the earlier of several ends, compared as instants; the first of equal ones. */
function countChoice(period: Period, rule: Extract<Rule, { kind: 'choice' }>, counting: Counting): End {
  const ends = rule.items.map((item) => countPeriod(item, counting))
  let chosen = 0
  for (const [i, { ms }] of ends.entries()) {
    const best = ends[chosen]?.ms ?? ms
    if (rule.pick === 'later' ? ms > best : ms < best) chosen = i
  }
  const end = ends[chosen]
  if (!end) throw new Error('a choice between periods was read without one')
  const place = at(period.path, 'rule')
  note(counting, place, 'choice', end.day, rule.pick === 'later' ? 'choice.later' : 'choice.earlier', () => ({
    chosen: chosen + 1,
    dueAt: dueAtText(end),
  }))
  return applyOutside(end, period.facts, place, counting)
}

/** Facts outside a choice apply to the chosen end, which then rolls again as the chosen rule says. */
function applyOutside(end: End, facts: Facts, path: string, counting: Counting): End {
  if (Object.keys(facts.paths).length === 0) return end
  const { part, start, excluded, timeMs } = end
  if (part.kind === 'hours') {
    refuseFacts(facts, ['transit', 'extension', 'shortening', 'closure'], 'beside a rule of hours')
    return end
  }
  const direction = part.isBackward ? -1 : 1
  const ground = { direction, excluded, inquiry: counting.inquiry, path } as const
  let day = goByTransit(end.day, facts.transitDays, ground, counting)
  for (const adjustment of facts.adjustments) day = adjustEnd({ end: day, start, adjustment, ground }, counting)
  day = settleLastDay({ day, roll: part.roll, direction, closures: facts.closures, path }, counting)
  return { ...end, ...endOn(counting.zone, day, timeMs) }
}
