import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import type { ProofStep } from '../period/proof.ts'
import type { Entry, JsonObject } from './entry.ts'

export type ClockStatus = 'running' | 'cleared' | 'expired' | 'stopped'

/** A period running in a case, computed from the docket. */
export type ClockView = {
  /** periodId, or periodId@subject. */
  key: string
  periodId: string
  subject?: string
  /** `court`, `parties`, or the role that must act. */
  whose: string
  title: Words
  /** seq of the entry that set it going. */
  startedBy: number
  startedOn: string
  /** Last day, YYYY-MM-DD. While stopped: as if it went on today. */
  due: string
  dueAt: string
  /** The calendar of that year is not published yet. */
  provisional: boolean
  status: ClockStatus
  clearedBy?: number
  clearedOn?: string
  /** What was owed was done, or the case ended first. */
  clearedAs?: 'done' | 'case-ended'
  /** Done, but after the due day. */
  isLate: boolean
  stoppedBy?: number
  proof: ProofStep[]
  /** What was asked of `answerPeriod`; `checkProof(request, answer)` checks it independently. */
  request: JsonObject
  references: Reference[]
  /** Every date it ever had, oldest first; the last one is in force. */
  history: { due: string; because: Words; seq: number; at: string }[]
  reminders: { on: string; at: string; who: string; notice: string }[]
  /** Instant of the next reminder, while it runs. */
  remindAt?: string
}

/** The clocks of a case, in the order in which they are due. The order in which facts arrived does not matter. */
export function clocksOf(entries: readonly Entry[], code: ResolvedCode, now: string): ClockView[] {
  throw new Error(`not yet: ${entries.length} ${code.hash} ${now}`)
}
