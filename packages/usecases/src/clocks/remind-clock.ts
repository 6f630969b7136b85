import { remindersDue } from '@court/procedure/docket/told'
import type { UseCaseContext } from '../context.ts'
import { openCase } from '../case/open-case.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { timeBook } from './time-book.ts'

/** `at`: the instant the job was owed for. */
type Clock = { courtId: string; caseId: string; clockKey: string; at?: string | undefined }

/** The job `remind-clock`: tells whom the code names that a clock is about to run out. Running it twice tells once. */
export async function remindClock(
  ctx: UseCaseContext,
  { courtId, caseId, clockKey, at }: Clock,
): Promise<'told' | 'not-needed' | 'too-early'> {
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const row = await tx.clock.findUnique({ where: { courtId_caseId_key: { courtId, caseId, key: clockKey } } })
    if (!row?.remindAt || row.remindedAt !== null) return 'not-needed'
    // Owed by a machine whose clock runs ahead of this one's, and not told yet.
    if (row.remindAt > ctx.now()) return row.remindAt.toISOString() === at ? 'too-early' : 'not-needed'
    const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
    if (!open.ok) return 'not-needed'
    const clock = open.value.clocks.find(({ key }) => key === clockKey)
    const book = timeBook(ctx, open.value)
    // From just before the reminder that is owed: those before it were given.
    const after = new Date(row.remindAt.getTime() - 1).toISOString()
    const tells = clock ? remindersDue(clock, open.value, { after, upTo: open.value.now }) : []
    const told = await writeNotices(tx, ctx, book, {
      tells,
      occasion: `remind:${clockKey}:${row.due}:${row.remindAt.toISOString()}`,
    })
    const next = clock?.status === 'running' ? (clock.remindAt ?? null) : null
    await tx.clock.updateMany({
      where: { courtId, caseId, key: clockKey },
      data: next === null ? { remindedAt: ctx.now() } : { remindAt: new Date(next) },
    })
    return told > 0 ? 'told' : 'not-needed'
  })
}
