import type { UseCaseContext } from '../context.ts'

export type GapToRecord = {
  courtId: string
  hearingId: string
  recorderId: string
  fromAt: Date
  /** Null while it lasts. A later call with the same beginning ends it. */
  toAt: Date | null
  why: string
}

/** A hole in the recording, with its reason: it is never closed over. Saying the same again changes nothing. */
export async function recordGap(
  ctx: UseCaseContext,
  { courtId, hearingId, fromAt, toAt, why }: GapToRecord,
): Promise<void> {
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    await tx.$queryRaw`select 1 from hearing where court_id = ${courtId}::uuid and id = ${hearingId}::uuid for update`
    const hearing = await tx.hearing.findUnique({
      where: { courtId_id: { courtId, id: hearingId } },
      select: { caseId: true },
    })
    if (!hearing) return
    const known = await tx.hearingGap.findFirst({ where: { courtId, hearingId, fromAt } })
    if (!known)
      await tx.hearingGap.createMany({
        data: [{ courtId, id: ctx.newId(), hearingId, caseId: hearing.caseId, fromAt, toAt, why: why.slice(0, 200) }],
      })
    else if (known.toAt === null && toAt !== null)
      await tx.hearingGap.updateMany({ where: { courtId, id: known.id }, data: { toAt } })
  })
}
