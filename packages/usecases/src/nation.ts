import type { Tx } from '@court/db/database'
import type { UseCaseContext } from './context.ts'

/** One transaction on what belongs to no court: accounts, sessions, courts, codes. */
export const inNation = <T>(ctx: UseCaseContext, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withNation(ctx.actor, fn)
