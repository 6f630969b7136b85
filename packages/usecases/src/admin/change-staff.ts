import { z } from 'zod'
import { staffRoles } from '../actor.ts'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, invalid, notFound, refuse, type Result } from '../refusal.ts'
import { reachCourt } from './reach.ts'
import { refusalOfRoles } from './staff-roles.ts'

export const changeStaffInput = z.strictObject({
  courtId: z.uuid(),
  staffId: z.uuid(),
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length),
  unitId: z.uuid().nullable(),
  title: z.string().trim().max(40).nullable(),
  /** Share in the draw of judges; 100 is a whole one, 0 none. */
  weight: z.number().int().min(0).max(1000),
})
export type ChangeStaffInput = z.infer<typeof changeStaffInput>

/** Roles, unit and share in the draw. The next request of that person already acts with them: the session looks them up each time. */
export function changeStaff(ctx: UseCaseContext, input: ChangeStaffInput): Promise<Result<null>> {
  const { courtId, staffId, unitId, title, weight } = input
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const court = await tx.court.findUnique({ where: { id: courtId }, select: { level: true } })
    const member = await tx.staffMember.findUnique({ where: { courtId_id: { courtId, id: staffId } } })
    if (!court || !member) return notFound()
    const roles = [...new Set(input.roles)].sort()
    const refusal = refusalOfRoles(admin.actor, court.level, roles)
    if (refusal) return refusal
    if (member.id === admin.actor.staffId && !keepsOwnReach(member.roles, roles)) return ownRoles()
    if (unitId !== null && !(await tx.unit.findFirst({ where: { courtId, id: unitId, isActive: true } })))
      return invalid({ unitId: noSuchUnit })
    await tx.staffMember.updateMany({
      where: { courtId, id: staffId },
      data: { roles, unitId, title: title || null, weight, updatedAt: ctx.now() },
    })
    await audit(tx, ctx, {
      courtId,
      action: 'staff-changed',
      subject: { kind: 'staff', id: staffId },
      data: { from: member.roles, to: roles, unitId, weight },
    })
    return accepted(null)
  })
}

/** Nobody locks the own door from inside: somebody else takes these roles away. */
const keepsOwnReach = (before: readonly string[], after: readonly string[]) =>
  ['court-admin', 'national-admin'].every((role) => !before.includes(role) || after.includes(role))

const ownRoles = () =>
  refuse({
    ruleId: 'staff.own-roles',
    reason: {
      zh: '不能撤销自己的管理角色，请由另一位管理员办理。',
      en: 'You cannot take your own administrator role away. Ask another administrator.',
    },
  })

const noSuchUnit = {
  zh: '这个部门不存在或已停用，请重新选择。',
  en: 'This unit does not exist or is closed. Choose another.',
}
