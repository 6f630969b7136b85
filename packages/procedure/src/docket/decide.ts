import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Draw } from '../code/schema/values.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import type { ClockView } from './clocks.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import type { EngineRefusal } from './refusal.ts'
import type { DocumentDue, ToldDue } from './told.ts'

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
  throw new Error(`not yet: ${options.action}`)
}

export type Allocations = {
  numbering?: { rule: string; type: string; division: string | null }
  draw?: { rule: string } & Draw
}

/** What the use case must allocate (inside its transaction) before it decides. */
export function allocationsOf(code: ResolvedCode, action: string): Allocations {
  throw new Error(`not yet: ${code.hash} ${action}`)
}

/** Personal data of the form that enter the docket only as commitments: `grounds` → text, `party.<id>` → its particulars. */
export function commitmentsOwed(code: ResolvedCode, action: string, input: JsonObject): Record<string, JsonValue> {
  throw new Error(`not yet: ${code.hash} ${action} ${Object.keys(input).length}`)
}
