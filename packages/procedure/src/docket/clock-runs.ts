import { triggersOf } from '../code/schema/periods.ts'
import type { Period, Trigger } from '../code/schema/periods.ts'
import type { Party } from './case-state.ts'
import type { Entry } from './entry.ts'
import { joinOrLeave } from './fold.ts'
import { holds } from './situation.ts'
import type { Situation } from './situation.ts'

/** An event of a clock: the entry, and the date from which it counts. */
export type ClockEvent = { entry: Entry; date: string; trigger: Trigger }

/** One life of a clock: from its start to the fact that cleared it. */
export type Run = {
  key: string
  subject?: string
  start: ClockEvent
  restarts: ClockEvent[]
  clear?: Entry
}

type Instance = { key: string; subject?: string; run?: Run; /** Clearing facts that no run has used. */ spare: Entry[] }

/**
 * The latest run of every clock of a period. Facts are read in legal order, so it does not matter when they were recorded.
 * A start while the clock runs changes nothing; a start or restart after it was cleared begins a new run.
 */
export function runsOf(periodId: string, period: Period, situation: Situation): Run[] {
  const instances = new Map<string, Instance>()
  const { entries } = situation.state
  const matching = (triggers: Trigger[], entry: Entry, subject: string | undefined): Trigger | undefined =>
    triggers.find((trigger) => trigger.on === entry.type && isMet(trigger, entry, subject, situation))
  const starts = triggersOf(period.starts)
  const restarts = triggersOf(period.restarts)
  const clears = triggersOf(period.clears)
  const present = new Map<string, Party>()
  const telling = new Set([...starts, ...restarts, ...clears].map((trigger) => trigger.on))
  for (const entry of entries) {
    joinOrLeave(present, entry, situation.code)
    if (!telling.has(entry.type)) continue
    for (const trigger of starts) {
      if (trigger.on !== entry.type) continue
      for (const subject of subjectsOf(period, trigger, entry, present)) {
        if (!isMet(trigger, entry, subject, situation) || !mayStart(period, entry, subject, situation)) continue
        const instance = instanceFor(instances, periodId, subject)
        if (instance.run === undefined || instance.run.clear !== undefined) beginRun(instance, eventOf(trigger, entry))
      }
    }
    for (const instance of instances.values()) {
      const { run, subject } = instance
      if (run === undefined || !concerns(period, entry, subject)) continue
      const restart = entry === run.start.entry ? undefined : matching(restarts, entry, subject)
      if (restart !== undefined) {
        if (run.clear !== undefined) beginRun(instance, eventOf(restart, entry))
        else run.restarts.push(eventOf(restart, entry))
      }
    }
    for (const subject of period.subject === 'party' ? partiesConcerned(entry, instances) : [undefined]) {
      if (matching(clears, entry, subject) === undefined) continue
      const instance = instanceFor(instances, periodId, subject)
      if (instance.run === undefined || instance.run.clear !== undefined) instance.spare.push(entry)
      else instance.run.clear = entry
    }
  }
  return [...instances.values()].flatMap(({ run }) => (run === undefined ? [] : [run]))
}

/** Does an entry concern a clock? An entry that names no party concerns the clocks of all. */
export function concerns(period: Period, entry: Entry, subject: string | undefined): boolean {
  return period.subject !== 'party' || entry.subject === undefined || entry.subject === subject
}

/** The entries of a clock from its start to its end, in legal order. */
export function entriesDuring(run: Run, situation: Situation): Entry[] {
  const { entries } = situation.state
  const end = run.clear === undefined ? entries.length : entries.indexOf(run.clear) + 1
  return entries.slice(entries.indexOf(run.start.entry), Math.max(end, 0))
}

/** Where the data of an entry name a clock, only that one is meant: by its period, or by its period and party. */
export function namesClock(entry: Entry, periodId: string, key: string): boolean {
  const named = entry.data['period']
  return named === undefined || named === '' || named === periodId || named === key
}

/** Does the condition of a trigger hold, over the data of its entry? */
export function isMet(
  trigger: { on: string; when?: string | undefined },
  entry: Entry,
  subject: string | undefined,
  situation: Situation,
): boolean {
  if (trigger.when === undefined) return true
  return holds(situation, trigger.when, { entries: [trigger.on] }, { entry: entry.data, subject })
}

function mayStart(period: Period, entry: Entry, subject: string | undefined, situation: Situation): boolean {
  if (period.when === undefined) return true
  const entries = triggersOf(period.starts).map((trigger) => trigger.on)
  return holds(situation, period.when, { entries }, { entry: entry.data, subject })
}

/** A fact of the same day that clears, and that no earlier run has used, counts even if it was read first. */
function beginRun(instance: Instance, start: ClockEvent): void {
  const { key, subject } = instance
  const run: Run = { key, ...(subject !== undefined && { subject }), start, restarts: [] }
  const index = instance.spare.findIndex((entry) => entry.on === start.entry.on)
  const [clear] = index < 0 ? [] : instance.spare.splice(index, 1)
  if (clear !== undefined) run.clear = clear
  instance.run = run
}

/** The party that the entry names, or each party in a role that was in the case by then. */
function subjectsOf(
  period: Period,
  trigger: Trigger,
  entry: Entry,
  present: ReadonlyMap<string, Party>,
): (string | undefined)[] {
  if (period.subject !== 'party') return [undefined]
  if (entry.subject !== undefined) return [entry.subject]
  if (trigger.each === undefined) return []
  return [...present.values()].filter((party) => party.role === trigger.each).map((party) => party.id)
}

function partiesConcerned(entry: Entry, instances: ReadonlyMap<string, Instance>): string[] {
  if (entry.subject !== undefined) return [entry.subject]
  return [...instances.values()].flatMap(({ subject }) => (subject === undefined ? [] : [subject]))
}

function instanceFor(instances: Map<string, Instance>, periodId: string, subject: string | undefined): Instance {
  const key = subject === undefined ? periodId : `${periodId}@${subject}`
  let instance = instances.get(key)
  if (instance === undefined) {
    instances.set(key, (instance = { key, ...(subject !== undefined && { subject }), spare: [] }))
  }
  return instance
}

function eventOf(trigger: Trigger, entry: Entry): ClockEvent {
  const stated = trigger.date === undefined ? undefined : entry.data[trigger.date]
  return { entry, trigger, date: typeof stated === 'string' && stated !== '' ? stated : entry.on }
}
