import { z } from 'zod'
import type { PersonActor, StaffActor } from '../actor.ts'
import { openCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { notAllowed, notFound, refuse, signInNeeded, type Refusal } from '../refusal.ts'

/** What a file is for: a filing that is being prepared, or something that is about to be handed in or recorded in a case. */
export const uploadTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), draftId: z.uuid() }),
  z.strictObject({ kind: z.literal('case'), courtId: z.uuid(), caseId: z.uuid() }),
])
export type UploadTarget = z.infer<typeof uploadTarget>

export type ReachedTarget = {
  ok: true
  target: UploadTarget
  courtId: string
  actor: PersonActor | StaffActor
  /** The rows of this actor for this target. */
  where:
    | { draftId: string }
    | { courtId: string; caseId: string; personId: string }
    | { courtId: string; caseId: string; staffId: string }
  owner: { personId: string } | { staffId: string }
}

/** Whose draft or case it is; what does not exist and what is not one's own answer alike. A draft that was submitted takes nothing more. */
export async function reachTarget(ctx: UseCaseContext, target: UploadTarget): Promise<ReachedTarget | Refusal> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind === 'system') return notAllowed()
  if (target.kind === 'draft') {
    if (actor.kind !== 'person') return notFound()
    const draft = await inNation(ctx, (tx) => tx.draft.findUnique({ where: { id: target.draftId } }))
    if (!draft) return notFound()
    if (draft.submittedAt) return alreadySubmitted()
    const owner = { personId: actor.personId }
    return { ok: true, target, courtId: draft.courtId, actor, where: { draftId: draft.id }, owner }
  }
  const { courtId, caseId } = target
  if (actor.kind === 'staff' && actor.courtId !== courtId) return notFound()
  const open = await ctx.db.withCourt({ courtId, actor }, (tx) => openCase(tx, ctx, { courtId, caseId }))
  if (!open.ok) return open
  return actor.kind === 'person'
    ? {
        ok: true,
        target,
        courtId,
        actor,
        where: { courtId, caseId, personId: actor.personId },
        owner: { personId: actor.personId },
      }
    : {
        ok: true,
        target,
        courtId,
        actor,
        where: { courtId, caseId, staffId: actor.staffId },
        owner: { staffId: actor.staffId },
      }
}

export const alreadySubmitted = (): Refusal =>
  refuse({
    kind: 'conflict',
    ruleId: 'draft.submitted',
    reason: {
      zh: '这份起诉已经提交，不能再改动。请到“我的案件”查看；需要补充材料的，请在案件页面办理。',
      en: 'This filing has been submitted and cannot be changed. See it under “My cases”; hand in more material on the page of the case.',
    },
  })
