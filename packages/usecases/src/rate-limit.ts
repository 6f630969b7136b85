import type { Tx } from '@court/db/database'
import { raiseRateLimit } from '@court/db/national/rate-limit'
import type { UseCaseContext } from './context.ts'
import { rateLimited, type Refusal } from './refusal.ts'

/** At most `max` in each window. `subject` names whose: a blind index, a person's id, an address; never a phone number in clear. */
export type Limit = { name: string; subject: string; max: number; windowSeconds: number }

/** Counts one use against every limit and refuses when one is exceeded. A use that is refused counts too. */
export async function spend(tx: Tx, ctx: UseCaseContext, limits: readonly Limit[]): Promise<Refusal | null> {
  let waitSeconds = 0
  let exceeded: Limit | null = null
  for (const limit of limits) {
    const used = await raiseRateLimit(tx, { key: keyOf(limit), windowSeconds: limit.windowSeconds, now: ctx.now() })
    if (used.count <= limit.max) continue
    const remaining = Math.ceil((used.windowStart.getTime() - ctx.now().getTime()) / 1000) + limit.windowSeconds
    if (remaining < waitSeconds) continue
    waitSeconds = remaining
    exceeded = limit
  }
  return exceeded && rateLimited({ ruleId: `rate-limit.${exceeded.name}`, retryAfterSeconds: Math.max(1, waitSeconds) })
}

/** Forgets what was counted: after a sign-in that succeeded. */
export async function forgive(tx: Tx, limits: readonly Limit[]): Promise<void> {
  await tx.rateLimit.updateMany({ where: { key: { in: limits.map(keyOf) } }, data: { count: 0 } })
}

/** Takes one use back, where failures alone are to count: a whole court house behind one address signs in at nine o'clock. */
export async function giveBack(tx: Tx, limits: readonly Limit[]): Promise<void> {
  const where = { key: { in: limits.map(keyOf) }, count: { gt: 0 } }
  await tx.rateLimit.updateMany({ where, data: { count: { decrement: 1 } } })
}

const keyOf = ({ name, subject, windowSeconds }: Limit) => `${name}:${windowSeconds}:${subject}`
