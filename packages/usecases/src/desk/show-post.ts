import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { accepted, notAllowed, notFound, signInNeeded, type Result } from '../refusal.ts'

/** Whose desk it is: the member of staff, their roles, and their court. */
export type Post = {
  staffId: string
  name: string
  title: string | null
  roles: readonly string[]
  unitId: string | null
  court: CourtBrief
}

export async function showPost(ctx: UseCaseContext): Promise<Result<Post>> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff') return notAllowed()
  return ctx.db.withCourt({ courtId: actor.courtId, actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: actor.courtId })
    const member = await tx.staffMember.findUnique({
      where: { courtId_id: { courtId: actor.courtId, id: actor.staffId } },
    })
    if (!court || !member) return notFound()
    return accepted({
      staffId: member.id,
      name: member.name,
      title: member.title,
      roles: actor.roles,
      unitId: member.unitId,
      court,
    })
  })
}
