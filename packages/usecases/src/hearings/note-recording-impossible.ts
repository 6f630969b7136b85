import type { UseCaseContext } from '../context.ts'

/** This installation cannot record (no ffmpeg, no client of the media server): the page says so instead of waiting for a recorder. */
export async function noteRecordingImpossible(
  ctx: UseCaseContext,
  { courtId, hearingId }: { courtId: string; hearingId: string },
): Promise<void> {
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const hearing = await tx.hearing.findUnique({
      where: { courtId_id: { courtId, id: hearingId } },
      select: { caseId: true },
    })
    if (!hearing) return
    const now = ctx.now()
    const row = { recorderId: 'none', leaseUntil: now, isPossible: false, updatedAt: now }
    await tx.hearingRecorder.createMany({
      data: [{ courtId, hearingId, caseId: hearing.caseId, ...row }],
      skipDuplicates: true,
    })
  })
}
