import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import type { DraftSummary } from './draft-view.ts'

/** What the person has begun and not submitted, the latest first. */
export async function listDrafts(ctx: UseCaseContext): Promise<Result<DraftSummary[]>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  return inNation(ctx, async (tx) => {
    const rows = await tx.draft.findMany({
      where: { personId: person.actor.personId, submittedAt: null },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: 50,
      omit: { data: true },
    })
    const courts = new Map<string, CourtBrief>()
    for (const { courtId } of rows) {
      const court = courts.get(courtId) ?? (await courtBrief(tx, ctx, { id: courtId }))
      if (court) courts.set(courtId, court)
    }
    return accepted(
      rows.flatMap(({ id, title, courtId, version, createdAt, updatedAt }) => {
        const court = courts.get(courtId)
        return court ? [{ draftId: id, title, court, version, createdAt, updatedAt }] : []
      }),
    )
  })
}
