import type { Tx } from '@court/db/database'
import type { Prisma } from '@court/db/generated/client'
import type { ClockView } from '@court/procedure/docket/clocks'
import type { Book } from './book.ts'

/** Brings the rows of the clocks in step with what the engine computed, and keeps every date they ever had. */
export async function saveClocks(tx: Tx, book: Book): Promise<void> {
  const { court, caseId, clocks, written, now } = book
  const where = { courtId: court.courtId, caseId }
  const rows = new Map((await tx.clock.findMany({ where })).map((row) => [row.key, row]))
  for (const clock of clocks) {
    const row = rows.get(clock.key)
    const data = { ...columnsOf(clock, now), ...remindersOf(clock, row, now) }
    if (!row) await tx.clock.createMany({ data: [{ ...where, key: clock.key, ...data }] })
    else if (isChanged(row, data)) await tx.clock.updateMany({ where: { ...where, key: clock.key }, data })
  }
  await saveHistory(tx, book)
  const computed = new Set(clocks.map(({ key }) => key))
  const gone = [...rows.values()].filter(({ key, status }) => !computed.has(key) && status !== 'cleared')
  if (gone.length === 0) return
  // The entry that set it going was voided: it never ran.
  await tx.clock.updateMany({
    where: { ...where, key: { in: gone.map(({ key }) => key) } },
    data: { status: 'cleared', clearedBy: written.at(-1)?.seq ?? null, remindAt: null, updatedAt: now },
  })
}

type Row = Awaited<ReturnType<Tx['clock']['findMany']>>[number]

const columnsOf = (clock: ClockView, now: Date) => ({
  periodId: clock.periodId,
  subject: clock.subject ?? null,
  whose: clock.whose,
  title: clock.title,
  startedBy: clock.startedBy,
  due: clock.due,
  dueAt: new Date(clock.dueAt),
  isProvisional: clock.provisional,
  status: clock.status,
  clearedBy: clock.clearedBy ?? null,
  proof: clock.proof as unknown as Prisma.InputJsonArray,
  updatedAt: now,
})

/** A reminder that is due and was not given yet stays due while the date stands. A new date begins anew, also after an expiry. */
function remindersOf(clock: ClockView, row: Row | undefined, now: Date) {
  const isSameDate = row?.due === clock.due && row.status !== 'cleared'
  const isOwed = isSameDate && row.remindAt !== null && row.remindedAt === null && row.remindAt <= now
  const remindAt = clock.status === 'running' ? (clock.remindAt ? new Date(clock.remindAt) : null) : null
  return {
    ...(isOwed && clock.status === 'running' ? {} : { remindAt, remindedAt: null }),
    ...(isSameDate ? {} : { expiryHandledAt: null }),
  }
}

function isChanged(row: Row, data: ReturnType<typeof columnsOf> & ReturnType<typeof remindersOf>): boolean {
  const { remindAt = row.remindAt, remindedAt = row.remindedAt, expiryHandledAt = row.expiryHandledAt } = data
  return (
    row.due !== data.due ||
    row.status !== data.status ||
    row.startedBy !== data.startedBy ||
    row.clearedBy !== data.clearedBy ||
    row.isProvisional !== data.isProvisional ||
    row.dueAt.getTime() !== data.dueAt.getTime() ||
    row.remindAt?.getTime() !== remindAt?.getTime() ||
    row.remindedAt !== remindedAt ||
    row.expiryHandledAt !== expiryHandledAt ||
    JSON.stringify(row.proof) !== JSON.stringify(data.proof)
  )
}

async function saveHistory(tx: Tx, { court, caseId, clocks }: Book): Promise<void> {
  const where = { courtId: court.courtId, caseId }
  const known = new Set(
    (await tx.clockHistory.findMany({ where, select: { key: true, due: true, entrySeq: true } })).map(keyOf),
  )
  const dates = clocks.flatMap(({ key, history }) =>
    history.map(({ due, because, seq, at }) => ({ key, due, because, entrySeq: seq, at: new Date(at) })),
  )
  const missing = dates.filter((date) => !known.has(keyOf(date)))
  if (missing.length > 0) await tx.clockHistory.createMany({ data: missing.map((date) => ({ ...where, ...date })) })
}

const keyOf = ({ key, due, entrySeq }: { key: string; due: string; entrySeq: number | null }) =>
  `${key} ${due} ${entrySeq ?? ''}`
