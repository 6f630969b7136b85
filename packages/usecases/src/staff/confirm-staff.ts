import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, notAllowed, signInNeeded, type Result } from '../refusal.ts'
import { takeTotp } from './take-totp.ts'

export const confirmStaffInput = z.object({ code: z.string().max(40) }).strict()
export type ConfirmStaffInput = z.infer<typeof confirmStaffInput>

/** Before an act that weighs more: a fresh code says that the member of staff is there now. */
export async function confirmStaff(
  ctx: UseCaseContext,
  { code }: ConfirmStaffInput,
): Promise<Result<{ verifiedAt: Date }>> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff') return notAllowed()
  const taken = await takeTotp(ctx, { accountId: actor.accountId, code })
  if (!taken.ok) return taken
  return inNation(ctx, async (tx) => {
    const verifiedAt = ctx.now()
    await tx.session.updateMany({ where: { id: actor.sessionId, endedAt: null }, data: { verifiedAt } })
    await auditNation(tx, ctx, { action: 'confirmed-again', subject: { kind: 'session', id: actor.sessionId } })
    return accepted({ verifiedAt })
  })
}
