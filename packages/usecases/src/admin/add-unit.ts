import { z } from 'zod'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, invalid, notFound, type Result } from '../refusal.ts'
import { unitSchema } from './court-input.ts'
import { reachCourt } from './reach.ts'

export const addUnitInput = z.strictObject({ courtId: z.uuid(), unit: unitSchema })
export type AddUnitInput = z.infer<typeof addUnitInput>

export function addUnit(ctx: UseCaseContext, { courtId, unit }: AddUnitInput): Promise<Result<{ unitId: string }>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    if (!(await tx.court.findUnique({ where: { id: courtId }, select: { id: true } }))) return notFound()
    const same = await tx.unit.findFirst({ where: { courtId, nameZh: unit.nameZh, isActive: true } })
    if (same) return invalid({ nameZh: unitExists(unit.nameZh) })
    const unitId = ctx.newId()
    const position = await tx.unit.count({ where: { courtId } })
    await tx.unit.create({ data: { ...unit, address: unit.address ?? null, courtId, id: unitId, position } })
    await audit(tx, ctx, { courtId, action: 'unit-added', subject: { kind: 'unit', id: unitId } })
    return accepted({ unitId })
  })
}

const unitExists = (name: string) => ({
  zh: `本院已有“${name}”，请换一个名称。`,
  en: `This court has a unit “${name}” already. Choose another name.`,
})
