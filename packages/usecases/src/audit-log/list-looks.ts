import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import type { CasePlace } from '../case/case-inputs.ts'
import { courtIdFor, openCase, type OpenCase } from '../case/open-case.ts'
import { personalFieldNames, type PersonalFieldName } from '../case/page/case-page-types.ts'
import { accepted, notFound, type Result } from '../refusal.ts'

/** Somebody looked at a datum of a party in full. */
export type Look = {
  id: string
  at: Date
  field: PersonalFieldName
  partyId: string
  /** A member of staff by name and title; of another party only that it was one. */
  by: { kind: 'staff'; name: string; title: string | null; isMe: boolean } | { kind: 'party' }
  /** What they gave as the reason. */
  why: string
}

const looksMax = 200

/**
 * Who looked at what is masked: a party sees it of their own data, a member of staff sees the own looks; the latest first. Whoever sees the case
 * not at all is told that there is none.
 */
export async function listLooks(ctx: UseCaseContext, { courtSlug, caseId }: CasePlace): Promise<Result<Look[]>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    return open.ok ? accepted(await looksOf(tx, ctx, open.value)) : open
  })
}

async function looksOf(tx: Tx, ctx: UseCaseContext, { court, row, acting }: OpenCase): Promise<Look[]> {
  const { actor } = ctx
  const isStaff = actor.kind === 'staff'
  const { courtId } = court
  const rows = await tx.audit.findMany({
    where: {
      ...{ courtId, caseId: row.id, action: 'party-unmasked', subjectKind: 'party' },
      // Of a party's data the policy of the table lets through those of the party alone; an agent is told nothing.
      ...(isStaff ? { actorId: actor.staffId } : { subjectId: acting.partyId ?? '', actorId: { not: acting.ref.id } }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: looksMax,
    select: { id: true, at: true, actorKind: true, actorId: true, subjectId: true, data: true },
  })
  const ids = rows.flatMap(({ actorKind, actorId }) => (actorKind === 'staff' ? [actorId] : []))
  const staff = await tx.staffMember.findMany({
    where: { courtId, id: { in: ids } },
    select: { id: true, name: true, title: true },
  })
  return rows.flatMap(({ id, at, actorKind, actorId, subjectId, data }): Look[] => {
    const { field, why } = data as { field?: unknown; why?: unknown }
    const known = personalFieldNames.find((name) => name === field)
    const member = staff.find((one) => one.id === actorId)
    const by: Look['by'] | null =
      actorKind !== 'staff'
        ? { kind: 'party' }
        : member
          ? { kind: 'staff', name: member.name, title: member.title, isMe: isStaff && actorId === actor.staffId }
          : null
    if (!known || !subjectId || !by) return []
    return [{ id, at, field: known, partyId: subjectId, by, why: typeof why === 'string' ? why : '' }]
  })
}
