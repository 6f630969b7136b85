import type { ScenarioThen } from '../code/schema/scenario.ts'
import type { ClockView } from './clocks.ts'
import type { Entry, JsonValue } from './entry.ts'
import type { EngineRefusal } from './refusal.ts'
import type { OpenTask } from './tasks.ts'
import type { DocumentDue, Recipient, ToldDue } from './told.ts'

type Got = {
  state: string
  entries: readonly Entry[]
  refused?: EngineRefusal
  clocks: readonly ClockView[]
  tasks: readonly OpenTask[]
  tells: readonly ToldDue[]
  documents: readonly DocumentDue[]
  next: readonly string[]
  facts: Record<string, JsonValue>
}

/**
 * What a step of a story expects and did not get, one sentence each. Entries and tasks are all of them; clocks, notices,
 * documents and next steps are those the author cares about.
 */
export function unmetBy(then: ScenarioThen, got: Got): string[] {
  return [
    ...same('state', then.state, got.state),
    ...same('refused', then.refused, then.refused === undefined ? undefined : (got.refused?.ruleId ?? 'not refused')),
    ...same('procedure', then.procedure, got.facts['procedure']),
    ...sameList(
      'entries',
      then.entries,
      got.entries.map((entry) => entry.type),
    ),
    ...sameList('tasks', then.tasks?.toSorted(), [...new Set(got.tasks.map((task) => task.taskId))].sort()),
    ...Object.entries(then.clocks ?? {}).flatMap(([key, wanted]) => clockUnmet(key, wanted, got.clocks)),
    ...within('notices', then.notices, got.tells.map(noticeText)),
    ...within(
      'documents',
      then.documents,
      got.documents.map((one) => one.document),
    ),
    ...within('next', then.next, got.next),
  ]
}

/** `plaintiff: filing-received` */
export function noticeText(told: ToldDue): string {
  return `${roleOf(told.to)}: ${told.notice}`
}

/** `2025-10-09 running`; `cleared` stands alone. */
export function clockText(clock: ClockView): string {
  return `${clock.due} ${clock.status}`
}

function roleOf(to: Recipient): string {
  return to.role
}

function clockUnmet(key: string, wanted: string, clocks: readonly ClockView[]): string[] {
  const clock = clocks.find((one) => one.key === key)
  if (clock === undefined) return wanted === 'none' ? [] : [`clock ${key} does not run, ${wanted} expected`]
  const [first = '', second] = wanted.split(' ')
  const isDate = /^\d/.test(first)
  const isMet = isDate
    ? clock.due === first && (second === undefined || second === clock.status)
    : clock.status === first
  return isMet ? [] : [`clock ${key} is ${clockText(clock)}, ${wanted} expected`]
}

function same(what: string, wanted: string | undefined, got: JsonValue | undefined): string[] {
  return wanted === undefined || wanted === got ? [] : [`${what} is ${JSON.stringify(got)}, ${wanted} expected`]
}

function sameList(what: string, wanted: readonly string[] | undefined, got: readonly string[]): string[] {
  if (wanted === undefined || (wanted.length === got.length && wanted.every((one, index) => one === got[index])))
    return []
  return [`${what} are [${got.join(', ')}], [${wanted.join(', ')}] expected`]
}

function within(what: string, wanted: readonly string[] | undefined, got: readonly string[]): string[] {
  const missing = (wanted ?? []).filter((one) => !got.includes(one))
  return missing.length === 0 ? [] : [`${what} lack ${missing.join(', ')}; there are [${got.join(', ')}]`]
}
