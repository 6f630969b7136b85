import { InputError } from '../../calendar/input-error.ts'
import type { Facts, Part, Period, Rule, Trigger } from '../model.ts'
import { instantOfReading, readClock, textOfReading } from './clock-reading.ts'
import { mustExist, textOfDay } from './day-text.ts'
import { expectHourPart } from './expect-hours.ts'
import { expectAdjustment, expectLastDay, expectTransit } from './expect-moves.ts'
import { expectDayPart } from './expect-part.ts'
import { stepOf } from './sentence.ts'
import type { Expected } from './sentence.ts'
import type { Check, Met, Reached, Steps } from './steps.ts'

/** The steps of a whole period, and its end. */
export function* expectPeriod(period: Period, check: Check): Steps<Reached> {
  if (period.rule.kind === 'choice') return yield* expectChoice(period, period.rule, check)
  const { parts } = period.rule
  const [first] = parts
  const { met: event, facts } = yield* expectEvent(period, first, check)
  let met = event
  let reached: Reached | undefined
  for (const [i, part] of parts.entries()) {
    if (reached) {
      met = { ...handed(reached, part), isEnd: true }
      yield startStep(met, part.path)
    }
    const isFirst = i === 0
    const own: Facts = {
      ...facts,
      transitDays: isFirst ? facts.transitDays : 0,
      factors: isFirst ? facts.factors : [],
      adjustments: i === parts.length - 1 ? facts.adjustments : [],
    }
    reached =
      part.kind === 'days'
        ? yield* expectDayPart(part, met, own, check)
        : yield* expectHourPart(part, momentOf(met, check), check)
  }
  if (!reached) throw new InputError('missing-field', 'a rule has no part', period.path)
  return reached
}

/** The event and, where it was counted anew, the latest restart. */
function* expectEvent(period: Period, first: Part, check: Check): Steps<{ met: Met; facts: Facts }> {
  const { trigger, facts } = period
  if (!trigger) throw new InputError('missing-field', 'trigger is missing', period.path)
  const started = yield* expectTrigger(trigger, first, check)
  yield startStep(started, first.path)
  const restarts: { met: Met; index: number }[] = []
  for (const { at, index, path } of facts.restarts) {
    const met = yield* expectTrigger(at, first, check)
    if (momentOf(met, check) < momentOf(started, check)) {
      throw new InputError('restart-before-trigger', 'a restart lies before the trigger', path)
    }
    restarts.push({ met, index })
  }
  if (restarts.length === 0) return { met: started, facts }
  restarts.sort((a, b) => momentOf(a.met, check) - momentOf(b.met, check) || a.index - b.index)
  const { met, index } = restarts[restarts.length - 1] ?? { met: started, index: -1 }
  const adjustments = facts.adjustments.filter((one) => !(one.index < index))
  const fallen = facts.adjustments.length - adjustments.length
  const at = atText(met)
  yield stepOf('restart', first.path, textOfDay(met.day), at ? 'restart.instant' : 'restart.date', { ...at, fallen })
  return { met, facts: { ...facts, adjustments } }
}

function* expectTrigger(trigger: Trigger, to: Part, check: Check): Steps<Met> {
  if (trigger.kind === 'date') return { day: trigger.day, isEnd: false }
  if (trigger.kind === 'period') return { ...handed(yield* expectPeriod(trigger.period, check), to), isEnd: true }
  const { day, time } = readClock(check.zone, trigger.ms)
  return { day: mustExist(day), time, instant: trigger.ms, isEnd: false }
}

/** Hours go on from the instant of an end, everything else from its day. */
function handed({ day, time, instant }: Reached, to: Part): { day: number; time?: number; instant?: number } {
  return to.kind === 'hours' ? { day, time, instant } : { day }
}

function startStep(met: Met, path: string): Expected {
  const at = atText(met)
  const reason = met.isEnd
    ? at
      ? ('start.period-end' as const)
      : ('start.period' as const)
    : at
      ? ('start.instant' as const)
      : ('start.date' as const)
  return stepOf('start', path, textOfDay(met.day), reason, at ?? {})
}

function atText({ day, time, instant }: Met): { at: string } | undefined {
  if (time === undefined || instant === undefined) return undefined
  return { at: textOfReading({ day, time }, instant) }
}

function momentOf({ day, instant }: Met, { zone }: Check): number {
  return instant ?? instantOfReading(zone, { day, time: 0 })
}

function* expectChoice(period: Period, rule: Extract<Rule, { kind: 'choice' }>, check: Check): Steps<Reached> {
  const ends: Reached[] = []
  for (const item of rule.items) ends.push(yield* expectPeriod(item, check))
  const instants = ends.map(({ instant }) => instant)
  const best = instants.reduce((a, b) => (rule.pick === 'later' ? Math.max(a, b) : Math.min(a, b)))
  const chosen = instants.indexOf(best)
  const end = ends[chosen]
  if (!end) throw new InputError('empty-list', 'a choice has no period', period.path)
  const path = period.path === '' ? 'rule' : `${period.path}.rule`
  const reason = rule.pick === 'later' ? 'choice.later' : 'choice.earlier'
  const dueAt = textOfReading(end, end.instant)
  yield stepOf('choice', path, textOfDay(end.day), reason, { chosen: chosen + 1, dueAt })
  if (Object.values(period.facts.paths).length === 0) return end
  const { part, start, isExcluded } = end
  if (part.kind === 'hours') throw new InputError('not-allowed', 'facts cannot stand beside a rule of hours', path)
  const way = part.isBackward ? -1 : 1
  const walk = { way, days: check.days, isExcluded }
  let day = yield* expectTransit(end.day, period.facts.transitDays, walk, path)
  for (const one of period.facts.adjustments) day = yield* expectAdjustment(day, start, one, walk, path, check)
  day = yield* expectLastDay(day, part.roll, way, period.facts.closures, path, check)
  const reading = { day, time: end.time }
  return { ...end, ...reading, instant: instantOfReading(check.zone, reading) }
}
