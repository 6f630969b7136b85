import type { Tx } from '@court/db/database'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Decision } from '@court/procedure/docket/decide'
import type { Entry, JsonObject } from '@court/procedure/docket/entry'
import { whatHappensNext } from '@court/procedure/docket/next'
import { audit } from '../audit.ts'
import { keepCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import type { CourtBrief } from '../courts/court-brief.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { changedMeanwhile } from './in-court.ts'
import type { Book } from './record/book.ts'
import { createCase, moveHead, saveMoments } from './record/save-case.ts'
import { saveClocks } from './record/save-clocks.ts'
import { saveFees } from './record/save-fees.ts'
import { savePeople } from './record/save-people.ts'
import { saveTasks } from './record/save-tasks.ts'

export type Recording = {
  court: CourtBrief
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
   * Writes what stands beside the docket and is personal or large: parties, claims, materials, signatures, questions. The ids of
   * parties are those of the docket. Runs when the case row is there, before the entries are written and anybody is told.
   */
  particulars?: () => Promise<Refusal | void>
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
  const { decision, action, before, opening } = recording
  const book = bookOf(ctx, recording)
  await keepCode(tx, book.court.courtId, book.code)
  if (opening) await createCase(tx, book, opening)
  else if (!(await moveHead(tx, book, before.at(-1)))) return changedMeanwhile()
  const refusal = await recording.particulars?.()
  if (refusal) return refusal
  await appendEntries(tx, book)
  const inStep = await bringInStep(tx, ctx, book, opening?.people ?? [])
  if (inStep.refusal) return inStep.refusal
  const occasion = String(book.written.at(-1)?.seq ?? 0)
  await writeNotices(tx, ctx, book, { tells: decision.tells, occasion, standing: inStep.standing })
  await audit(tx, ctx, {
    action,
    courtId: book.court.courtId,
    caseId: book.caseId,
    subject: { kind: 'case', id: book.caseId },
    data: { entries: book.written.map(({ seq, type }) => `${seq} ${type}`), code: book.code.hash },
  })
  const head = book.entries.at(-1)
  return accepted({
    caseId: book.caseId,
    headSeq: head?.seq ?? 0,
    headHash: head?.hash ?? '',
    state: book.state.state,
    caseNumber: book.state.caseNumber,
  })
}

/** Everything that follows from the docket and the time, without a new entry: also what the worker calls when a clock has run out. */
export async function bringInStep(
  tx: Tx,
  ctx: UseCaseContext,
  book: Book,
  opening: readonly { personId: string; role: string }[] = [],
) {
  await saveMoments(tx, book)
  await saveClocks(tx, book)
  await saveTasks(tx, ctx, book)
  const refusal = await saveFees(tx, ctx, book)
  const standing = await savePeople(tx, ctx, book, opening)
  return { refusal, standing }
}

export function bookOf(
  ctx: UseCaseContext,
  { court, caseId, code, before, decision }: Pick<Recording, 'court' | 'caseId' | 'code' | 'before' | 'decision'>,
): Book {
  const entries = [...before, ...decision.entries]
  return {
    court,
    caseId,
    code,
    entries,
    written: decision.entries,
    state: decision.state,
    clocks: decision.clocks,
    next: whatHappensNext(entries, code, ctx.now().toISOString()),
    now: ctx.now(),
  }
}

async function appendEntries(tx: Tx, { court, caseId, written }: Book): Promise<void> {
  await tx.docketEntry.createMany({
    data: written.map((entry) => ({
      courtId: court.courtId,
      caseId,
      seq: entry.seq,
      type: entry.type,
      recordedAt: new Date(entry.at),
      onDay: entry.on,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      action: entry.action,
      codeHash: entry.codeHash,
      subject: entry.subject ?? null,
      hash: entry.hash,
      previousHash: entry.previousHash,
      body: entry as unknown as JsonObject,
    })),
  })
}
