import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { notAllowed, signInNeeded, type Result } from '../refusal.ts'

/** A transaction in which the actor's own notices are visible, and the condition on `notice n` that names them: a person's in all courts. */
export async function withOwnNotices<T>(
  ctx: UseCaseContext,
  fn: (tx: Tx, own: Prisma.Sql) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { actor } = ctx
  switch (actor.kind) {
    case 'person':
      return inNation(ctx, (tx) => fn(tx, Prisma.sql`n.person_id = ${actor.personId}::uuid`))
    case 'staff': {
      const { courtId, staffId } = actor
      const own = Prisma.sql`n.court_id = ${courtId}::uuid and n.staff_id = ${staffId}::uuid`
      return ctx.db.withCourt({ courtId, actor }, (tx) => fn(tx, own))
    }
    case 'anonymous':
      return signInNeeded()
    case 'system':
      return notAllowed()
  }
}
