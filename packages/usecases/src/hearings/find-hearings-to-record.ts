import type { UseCaseContext } from '../context.ts'

export type HearingToRecord = { courtId: string; hearingId: string; caseId: string }

/**
 * Hearings in session over all courts that no recorder has now. What is recorded is the session from its opening to the reading of the notes,
 * without its breaks.
 */
export const findHearingsToRecord = (ctx: UseCaseContext): Promise<HearingToRecord[]> =>
  ctx.db.acrossCourts(async (tx) => {
    const rows = await tx.hearing.findMany({
      where: {
        status: 'open',
        OR: [{ recorder: null }, { recorder: { isPossible: true, leaseUntil: { lte: ctx.now() } } }],
      },
      orderBy: { startsAt: 'asc' },
      take: 200,
      select: { courtId: true, id: true, caseId: true },
    })
    return rows.map(({ courtId, id, caseId }) => ({ courtId, hearingId: id, caseId }))
  })
