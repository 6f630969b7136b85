import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { unreadAmong } from './list-notices.ts'
import { withOwnNotices } from './own-notices.ts'

/** How many notices wait to be read; 0 for those who are not signed in. Counted up to 100. */
export async function countUnread(ctx: UseCaseContext): Promise<Result<{ unread: number }>> {
  if (ctx.actor.kind === 'anonymous') return accepted({ unread: 0 })
  return withOwnNotices(ctx, async (tx, own) => accepted({ unread: await unreadAmong(tx, own) }))
}
