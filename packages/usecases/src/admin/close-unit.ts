import { z } from 'zod'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import { reachCourt } from './reach.ts'

export const closeUnitInput = z.strictObject({ courtId: z.uuid(), unitId: z.uuid() })
export type CloseUnitInput = z.infer<typeof closeUnitInput>

/** A unit that nobody works in any more takes no new cases; its old ones keep naming it. */
export function closeUnit(ctx: UseCaseContext, { courtId, unitId }: CloseUnitInput): Promise<Result<null>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const staffCount = await tx.staffMember.count({ where: { courtId, unitId, isActive: true } })
    if (staffCount > 0) return unitHasStaff(staffCount)
    const { count } = await tx.unit.updateMany({ where: { courtId, id: unitId }, data: { isActive: false } })
    if (count === 0) return notFound()
    await audit(tx, ctx, { courtId, action: 'unit-closed', subject: { kind: 'unit', id: unitId } })
    return accepted(null)
  })
}

const unitHasStaff = (staffCount: number) =>
  refuse({
    ruleId: 'unit.has-staff',
    reason: {
      zh: `该部门还有${staffCount}名在岗人员。请先把他们调到其他部门，再停用。`,
      en: `${staffCount} members of staff still work in this unit. Move them to another unit first.`,
    },
    facts: { staffCount },
  })
