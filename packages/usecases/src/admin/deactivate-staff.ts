import { z } from 'zod'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import { reachCourt } from './reach.ts'

export const deactivateStaffInput = z.strictObject({ courtId: z.uuid(), staffId: z.uuid(), isActive: z.boolean() })
export type DeactivateStaffInput = z.infer<typeof deactivateStaffInput>

/**
 * Whoever leaves the court can do nothing there from this moment: open sessions in this court end with it. Open cases stand where they
 * are and are named in the answer, so that somebody takes them over. With `isActive` they come back.
 */
export function deactivateStaff(
  ctx: UseCaseContext,
  { courtId, staffId, isActive }: DeactivateStaffInput,
): Promise<Result<{ openCaseCount: number }>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    if (staffId === admin.actor.staffId) return oneself()
    const { count } = await tx.staffMember.updateMany({
      where: { courtId, id: staffId },
      data: { isActive, updatedAt: ctx.now() },
    })
    if (count === 0) return notFound()
    if (!isActive) {
      await tx.session.updateMany({
        where: { kind: 'staff', courtId, staffId, endedAt: null },
        data: { endedAt: ctx.now(), endedBecause: 'staff-deactivated' },
      })
    }
    const openCaseCount = await tx.case.count({
      where: { courtId, closedAt: null, OR: [{ judgeId: staffId }, { clerkId: staffId }] },
    })
    await audit(tx, ctx, {
      courtId,
      action: isActive ? 'staff-activated' : 'staff-deactivated',
      subject: { kind: 'staff', id: staffId },
      data: { openCaseCount },
    })
    return accepted({ openCaseCount })
  })
}

const oneself = () =>
  refuse({
    ruleId: 'staff.oneself',
    reason: {
      zh: '不能停用自己，请由另一位管理员办理。',
      en: 'You cannot deactivate yourself. Ask another administrator.',
    },
  })
