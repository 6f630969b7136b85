import type { Tx } from '@court/db/database'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Decision } from '@court/procedure/docket/decide'
import type { Entry } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { CourtRef } from './court-ref.ts'

export type Recording = {
  court: CourtRef
  caseId: string
  code: ResolvedCode
  /** The docket as it was read inside this transaction; empty when a case is opened. */
  before: readonly Entry[]
  decision: Extract<Decision, { ok: true }>
  /** The action, as it stands in the audit. */
  action: string
  /** Only with the first entries of a case. */
  opening?: CaseOpening
  /**
   * Writes what stands beside the docket and is personal or large: parties, claims, materials, signatures, questions.
   * Runs after the case row and the entries are there and before anybody is told.
   */
  particulars?: () => Promise<void>
}

/** What the docket does not hold of a new case. */
export type CaseOpening = {
  title: string
  causeEdition?: string | null
  causeCode?: string | null
  causeTitle?: string | null
  amountFen?: bigint | null
  receiptNumber?: string | null
  unitId?: string | null
  visibility?: 'public' | 'closed' | 'sealed'
  submittedById?: string | null
  /** Persons who stand in the case from the first moment, with the role under which they see it: the filer as plaintiff or agent. */
  people: readonly { personId: string; role: string }[]
}

export type Recorded = { caseId: string; headSeq: number; headHash: string; state: string; caseNumber: string | null }

/**
 * Appends sealed entries and brings every read model in step, in the transaction of the caller: case, people, clocks with their
 * history, tasks, fees, notices with their deliveries, the directory of "my cases", audit and outbox. A docket that has grown since
 * it was read is a conflict; the caller must undo its transaction on every refusal (`inCourt` does).
 */
export async function recordDecision(tx: Tx, ctx: UseCaseContext, recording: Recording): Promise<Result<Recorded>> {
  throw new Error(`not yet: ${recording.caseId} ${ctx.requestId} ${typeof tx}`)
}
