import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, invalid, notAllowed, notFound, refuse, type Result } from '../refusal.ts'
import type { ReviewMaterialInput } from './case-inputs.ts'
import { inCourt } from './in-court.ts'
import { courtIdFor, openCase, type OpenCase } from './open-case.ts'

export type MaterialReviewed = {
  materialId: string
  status: ReviewMaterialInput['status']
  /** How many materials of the case still wait. */
  left: number
}

/**
 * Says of one material whether it passes. No entry of the docket: it prepares the decision, and the consolidated notice to the
 * party is one. Whose page this is follows from the code: whoever may decide on the filing, or has the case now.
 */
export async function reviewMaterial(
  ctx: UseCaseContext,
  input: ReviewMaterialInput,
): Promise<Result<MaterialReviewed>> {
  const { courtSlug, caseId, materialId, status, reasons, note } = input
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
    if (!open.ok) return open
    const { actor } = ctx
    if (actor.kind !== 'staff') return notAllowed()
    if (!hasIt(open.value)) return notWithYou(open.value)
    const unknown = reasons.find((reason) => open.value.code.reasons[reason] === undefined)
    if (unknown !== undefined) return invalid({ reasons: { zh: '没有这个理由代码。', en: 'There is no such reason.' } })
    if (status === 'returned' && reasons.length === 0 && note === '')
      return invalid({ reasons: { zh: '请选择退回的理由。', en: 'Choose why it is returned.' } })
    const { count } = await tx.material.updateMany({
      where: { courtId, caseId, id: materialId, supersededById: null },
      data: {
        reviewStatus: status,
        reviewReasons: { codes: reasons, note },
        reviewedById: status === 'pending' ? null : actor.staffId,
        reviewedAt: status === 'pending' ? null : ctx.now(),
      },
    })
    if (count === 0) return notFound()
    await audit(tx, ctx, {
      action: 'material-reviewed',
      courtId,
      caseId,
      subject: { kind: 'material', id: materialId },
      data: { status, reasons },
    })
    const left = await tx.material.count({ where: { courtId, caseId, reviewStatus: 'pending', supersededById: null } })
    return accepted({ materialId, status, left })
  })
}

const hasIt = ({ state, acting }: OpenCase): boolean => state.holder.some((role) => acting.ref.roles.includes(role))

const notWithYou = ({ state, code }: OpenCase) => {
  const title = code.states[state.state]?.title ?? { zh: state.state, en: state.state }
  return refuse({
    ruleId: 'material-review.holder',
    reason: {
      zh: `案件现在是“${title.zh}”，材料不由您审查。请刷新页面，看看案件在谁手里。`,
      en: `The case is “${title.en}” now and its materials are not yours to review. Reload the page to see who has it.`,
    },
    facts: { state: state.state, holder: state.holder },
  })
}
