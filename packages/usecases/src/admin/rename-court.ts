import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { courtNames } from './court-input.ts'
import { authoriseNational } from './reach.ts'

export const renameCourtInput = z.strictObject({ courtId: z.uuid(), ...courtNames })
export type RenameCourtInput = z.infer<typeof renameCourtInput>

/** Names change by decision from above. Documents issued before keep the name they carry; the audit keeps the name there was. */
export async function renameCourt(
  ctx: UseCaseContext,
  { courtId, nameZh, nameEn }: RenameCourtInput,
): Promise<Result<null>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const before = await tx.court.findUnique({ where: { id: courtId }, select: { nameZh: true, nameEn: true } })
    if (!before) return notFound()
    if (before.nameZh === nameZh && before.nameEn === nameEn) return accepted(null)
    await tx.court.update({ where: { id: courtId }, data: { nameZh, nameEn, updatedAt: ctx.now() } })
    await auditNation(tx, ctx, {
      action: 'court-renamed',
      courtId,
      subject: { kind: 'court', id: courtId },
      data: { nameZh, nameEn, before },
    })
    return accepted(null)
  })
}
