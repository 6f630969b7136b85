import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'

export type Swept = { loginCodes: number; rateLimits: number; sessions: number; idempotencyKeys: number }

/** For a job, once an hour or so: what accounts no longer need. Ended sessions stay a quarter, for whoever asks who was there. */
export function sweepAccounts(ctx: UseCaseContext): Promise<Swept> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000)
  return inNation(ctx, async (tx) => {
    const loginCodes = await tx.loginCode.deleteMany({ where: { expiresAt: { lt: before(1) } } })
    const rateLimits = await tx.rateLimit.deleteMany({ where: { windowStart: { lt: before(2) } } })
    const sessions = await tx.session.deleteMany({
      where: { OR: [{ endedAt: { lt: before(90) } }, { expiresAt: { lt: before(90) } }] },
    })
    const idempotencyKeys = await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(30) } } })
    return {
      loginCodes: loginCodes.count,
      rateLimits: rateLimits.count,
      sessions: sessions.count,
      idempotencyKeys: idempotencyKeys.count,
    }
  })
}
