import type { Tx } from '@court/db/database'
import type { UseCaseContext } from './context.ts'

/** One transaction on what belongs to no court: accounts, sessions, courts, codes. */
export const inNation = <T>(ctx: UseCaseContext, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withNation(ctx.actor, fn)

/** The same at the door of the public, which the role of staff cannot open: there a member of staff is somebody unknown. */
export const atPublicDoor = <T>(ctx: UseCaseContext, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withNation(ctx.actor.kind === 'staff' ? { kind: 'anonymous' } : ctx.actor, fn)
