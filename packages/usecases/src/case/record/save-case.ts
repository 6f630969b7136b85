import type { Tx } from '@court/db/database'
import { Prisma } from '@court/db/generated/client'
import type { Entry } from '@court/procedure/docket/entry'
import type { CaseOpening } from '../record-decision.ts'
import type { Book } from './book.ts'

/** The first row of a case. Who stands in it is entered first: for a person the row would be invisible without. */
export async function createCase(tx: Tx, book: Book, opening: CaseOpening): Promise<void> {
  const { court, caseId, now } = book
  const { people, ...columns } = opening
  await tx.casePerson.createMany({
    data: people.map(({ personId, role }) => ({ courtId: court.courtId, caseId, personId, role, fromAt: now })),
  })
  await tx.case.createMany({
    data: [
      { courtId: court.courtId, id: caseId, submittedAt: now, createdAt: now, ...columns, ...foldedColumns(book) },
    ],
  })
}

/**
 * Moves the end of the docket from where it was read to where it now is. False when somebody else has moved it since: the row
 * decides, so of two that began at the same entry one is first.
 */
export async function moveHead(tx: Tx, book: Book, before: Entry | undefined): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: {
      courtId: book.court.courtId,
      id: book.caseId,
      headSeq: before?.seq ?? 0,
      ...(before ? { headHash: before.hash } : {}),
    },
    data: foldedColumns(book),
  })
  return count === 1
}

/** When the case was accepted, closed, and passed into other hands: kept, because the docket is not read for lists. */
export async function saveMoments(tx: Tx, { court, caseId, state, now }: Book): Promise<void> {
  const where = { courtId_id: { courtId: court.courtId, id: caseId } }
  const row = await tx.case.findUniqueOrThrow({
    where,
    select: { heldBy: true, heldSince: true, acceptedAt: true, closedAt: true },
  })
  const heldBy = heldByText(state.holder)
  await tx.case.update({
    where,
    data: {
      heldBy,
      ...(row.heldBy === heldBy && row.heldSince ? {} : { heldSince: now }),
      ...(state.caseNumber !== null && !row.acceptedAt ? { acceptedAt: now } : {}),
      ...(state.isTerminal ? { closedAt: row.closedAt ?? now } : { closedAt: null }),
    },
    select: { id: true },
  })
}

/** Time alone can change what happens next: after a date has passed it is overdue, or another step comes first. */
export async function saveNext(tx: Tx, { court, caseId, next }: Book): Promise<void> {
  await tx.case.updateMany({ where: { courtId: court.courtId, id: caseId }, data: nextColumns(next) })
}

/** Roles as one text, for lists that ask "is it with one of mine?". */
export const heldByText = (roles: readonly string[]): string | null => (roles.length === 0 ? null : roles.join(' '))

/** What a list shows of the docket without reading it. */
function foldedColumns({ state, code, entries, next, now }: Book) {
  const head = entries.at(-1)
  const numbered = state.byType['case-numbered']?.at(-1)?.data
  const { procedure, amountFen } = state.facts
  return {
    state: state.state,
    stateTitle: code.states[state.state]?.title ?? { zh: state.state, en: state.state },
    stateSince: state.stateRecordedAt ? new Date(state.stateRecordedAt) : now,
    codeHash: code.hash,
    headSeq: head?.seq ?? 0,
    headHash: head?.hash ?? null,
    number: state.caseNumber,
    type: typeof numbered?.['type'] === 'string' ? numbered['type'] : null,
    year: typeof numbered?.['year'] === 'number' ? numbered['year'] : null,
    serial: typeof numbered?.['serial'] === 'number' ? numbered['serial'] : null,
    procedure: typeof procedure === 'string' && procedure !== '' ? procedure : null,
    ...(typeof amountFen === 'number' ? { amountFen: BigInt(amountFen) } : {}),
    judgeId: state.judge,
    ...nextColumns(next),
    facts: state.facts as Prisma.InputJsonObject,
    updatedAt: now,
  }
}

const nextColumns = (next: Book['next']) => ({
  nextWhat: next ? next.what : Prisma.DbNull,
  nextBy: next?.by ?? null,
  nextDue: next?.due ?? null,
  nextClockKey: next?.clockKey ?? null,
})
