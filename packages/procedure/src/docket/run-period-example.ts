import type { ResolvedCode } from '../code/resolved-code.ts'
import { triggersOf } from '../code/schema/periods.ts'
import type { PeriodExample } from '../code/schema/periods.ts'
import { ClockError } from './clock-error.ts'
import { clocksOf } from './clocks.ts'
import type { ClockView } from './clocks.ts'
import { sealEntries } from './entry.ts'
import type { DraftEntry, Entry, JsonObject, JsonValue } from './entry.ts'
import { instantAt, plusDays } from './legal-time.ts'

export type ExampleOutcome = { ok: boolean; got: string; clock?: ClockView }

/** Runs one worked example of a period: dated facts in, one clock out. */
export function runPeriodExample(code: ResolvedCode, periodId: string, example: PeriodExample): ExampleOutcome {
  try {
    const entries = entriesOf(code, periodId, example)
    const last =
      entries
        .map((entry) => entry.on)
        .sort()
        .at(-1) ?? ''
    const now = instantAt(example.now ?? last, '12:00', code.zone)
    const clock = clocksOf(entries, code, now).find((one) => one.periodId === periodId)
    return judge(example, clock)
  } catch (error) {
    if (error instanceof ClockError || error instanceof RangeError) return { ok: false, got: error.message }
    throw error
  }
}

function judge(example: PeriodExample, clock: ClockView | undefined): ExampleOutcome {
  if (clock === undefined) return { ok: example.due === null, got: 'the clock does not run' }
  const got = `${clock.due} ${clock.status}${example.dueAt === undefined ? '' : ` ${clock.dueAt}`}`
  const ok =
    clock.due === example.due &&
    (example.status === undefined || clock.status === example.status) &&
    (example.dueAt === undefined || Date.parse(clock.dueAt) === Date.parse(example.dueAt))
  return { ok, got, clock }
}

function entriesOf(code: ResolvedCode, periodId: string, example: PeriodExample): Entry[] {
  const facts = Object.entries(example.facts)
    .flatMap(([type, value]) => (Array.isArray(value) ? value : [value]).map((one) => ({ type, fact: one })))
    .map(({ type, fact }) => ({ type, ...(typeof fact === 'string' ? { on: fact } : fact) }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const drafts = facts.map((fact) => draftOf(code, fact))
  return sealEntries(withParties(code, periodId, example, drafts), null)
}

type Fact = {
  type: string
  on: string
  time?: string | undefined
  subject?: string | undefined
  data?: Record<string, unknown> | undefined
}

function draftOf(code: ResolvedCode, fact: Fact): DraftEntry {
  return {
    type: fact.type,
    at: fact.time === undefined ? instantAt(fact.on, '12:00', code.zone) : new Date(fact.time).toISOString(),
    on: fact.on,
    ...(fact.time !== undefined && { time: fact.time }),
    actor: { kind: 'system', id: 'example', roles: [] },
    action: 'example',
    codeHash: code.hash,
    ...(fact.subject !== undefined && { subject: fact.subject }),
    data: (fact.data ?? {}) as JsonObject,
  }
}

/** The parties of an example join the case by the entry that adds parties; one is put before the facts when they have none. */
function withParties(code: ResolvedCode, periodId: string, example: PeriodExample, drafts: DraftEntry[]): DraftEntry[] {
  if (example.parties === undefined) return drafts
  const parties = example.parties as JsonValue
  const adding = (type: string) => code.entries[type]?.addsParties
  const own = drafts.find((draft) => adding(draft.type) !== undefined)
  const starting = new Set(triggersOf(code.periods[periodId]?.starts).map((trigger) => trigger.on))
  const type = own?.type ?? Object.keys(code.entries).find((id) => adding(id) !== undefined && !starting.has(id))
  const datum = type === undefined ? undefined : adding(type)
  if (type === undefined || datum === undefined) return drafts
  if (own !== undefined) {
    return drafts.map((draft) => (draft === own ? { ...own, data: { ...own.data, [datum]: parties } } : draft))
  }
  const on = plusDays(drafts[0]?.on ?? '2025-01-01', -1)
  return [draftOf(code, { type, on, data: { [datum]: parties } }), ...drafts]
}
