import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { alreadySubmitted } from '../uploads/upload-target.ts'
import type { DraftPlace } from './filing-inputs.ts'

/** Deletes a draft for good. Its files lose their place at once and their bytes with the next sweep. */
export async function discardDraft(ctx: UseCaseContext, { draftId }: DraftPlace): Promise<Result<{ draftId: string }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  return inNation(ctx, async (tx) => {
    const draft = await tx.draft.findUnique({ where: { id: draftId }, select: { submittedAt: true } })
    if (!draft) return notFound()
    if (draft.submittedAt) return alreadySubmitted()
    await tx.upload.updateMany({ where: { draftId }, data: { status: 'removed', draftId: null, updatedAt: ctx.now() } })
    await tx.draft.delete({ where: { id: draftId } })
    return accepted({ draftId })
  })
}
