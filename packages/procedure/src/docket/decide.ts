import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Action } from '../code/schema/actions.ts'
import type { Draw } from '../code/schema/values.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import { boundRefusal } from './clock-bounds.ts'
import { ClockError } from './clock-error.ts'
import { clocksOf } from './clocks.ts'
import type { ClockView } from './clocks.ts'
import { documentsDue, tellsDue } from './told.ts'
import type { DocumentDue, ToldDue } from './told.ts'
import { sealEntries, verifyChain } from './entry.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'
import { localDate } from './legal-time.ts'
import { actionRefusal, clockRefusal } from './may-act.ts'
import { propose } from './propose.ts'
import { refusal } from './refusal.ts'
import type { EngineRefusal } from './refusal.ts'
import { draftEntries } from './write-entries.ts'

export { commitmentsOwed } from './commitments.ts'

export type Allocated = {
  caseNumber?: { text: string; year: number; type: string; division: string | null; serial: number } | undefined
  draw?: { judge: string; seed: string; rule: string; weights: JsonValue } | undefined
}

export type DecideOptions = {
  /** The whole docket so far, in the order of seq. */
  entries: readonly Entry[]
  code: ResolvedCode
  action: string
  actor: Acting
  input: JsonObject
  /** Instant, UTC. */
  now: string
  /** Personal data → salted commitment, for every key that `commitmentsOwed` names. */
  commitments?: Record<string, string> | undefined
  /** What `allocationsOf` asked for. */
  allocated?: Allocated | undefined
}

export type Decision =
  | {
      ok: true
      /** New entries, sealed; append them as they are. */
      entries: Entry[]
      state: CaseState
      clocks: ClockView[]
      tells: ToldDue[]
      documents: DocumentDue[]
    }
  | EngineRefusal

/** state × action → sealed entries, or a refusal that names its rule. Pure: same docket, code, input and instant, same answer. */
export function decide(options: DecideOptions): Decision {
  const { entries, code, actor, input, now } = options
  const chain = verifyChain(entries)
  if (!chain.valid) throw new Error(`the docket is broken: ${chain.reason}`)
  const action = code.actions[options.action]
  if (action === undefined) return unknownAction(options.action)
  const state = fold(entries, code)
  const today = localDate(now, code.zone)
  const before = { code, state, today, actor, clocks: clocksOf(entries, code, now), propose }
  const refused = actionRefusal(options.action, action, before, input)
  if (refused !== undefined) return refused
  const drafts = draftEntries({ ...options, rule: action, situation: before })
  const last = entries.at(-1)
  const written = sealEntries(drafts, last === undefined ? null : { seq: last.seq, hash: last.hash })
  if (written.length === 0) {
    return refusal(`${options.action}.writes`, { zh: '没有需要记录的内容。', en: 'There is nothing to record.' })
  }
  const after = [...entries, ...written]
  return conclude({ ...options, action, written, after })
}

function conclude(options: {
  action: Action
  written: Entry[]
  after: Entry[]
  code: ResolvedCode
  actor: Acting
  input: JsonObject
  now: string
}): Decision {
  const { action, written, after, code, actor, input, now } = options
  const state = fold(after, code)
  const today = localDate(now, code.zone)
  try {
    const clocks = clocksOf(after, code, now)
    const situation = { code, state, today, actor, clocks, propose }
    const refused = clockRefusal(written, situation) ?? boundRefusal(written, situation)
    if (refused !== undefined) return refused
    const due = { action, written, situation, input }
    return { ok: true, entries: written, state, clocks, tells: tellsDue(due), documents: documentsDue(due) }
  } catch (error) {
    if (!(error instanceof ClockError)) throw error
    const title = code.periods[error.periodId]?.title ?? { zh: error.periodId, en: error.periodId }
    return refusal(
      `${error.periodId}.rule`,
      {
        zh: `按所填日期无法计算“${title.zh}”，请核对日期。`,
        en: `“${title.en}” cannot be counted from these dates. Check them.`,
      },
      { cause: error.message },
    )
  }
}

function unknownAction(action: string): EngineRefusal {
  return refusal(
    'actions.unknown',
    { zh: '该法院的诉讼规程没有这个动作。', en: 'The code of this court has no such action.' },
    { action },
  )
}

export type Allocations = {
  numbering?: { rule: string; type: string; division: string | null }
  draw?: { rule: string } & Draw
}

/** What the use case must allocate (inside its transaction) before it decides. */
export function allocationsOf(code: ResolvedCode, action: string): Allocations {
  const rule = code.actions[action]
  const kinds = new Set(rule?.writes.flatMap((write) => (typeof write === 'string' ? [] : (write.allocates ?? []))))
  const numbering = rule?.numbering === undefined ? undefined : code.numbering[rule.numbering]
  const draw = rule?.draw === undefined ? undefined : code.draws[rule.draw]
  return {
    ...(kinds.has('case-number') &&
      numbering &&
      rule?.numbering && { numbering: { rule: rule.numbering, type: numbering.type, division: numbering.division } }),
    ...(kinds.has('judge-draw') && draw && rule?.draw && { draw: { ...draw, rule: rule.draw } }),
  }
}
