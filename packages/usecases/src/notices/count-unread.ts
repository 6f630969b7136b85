import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'

/** How many notices wait to be read; 0 for those who are not signed in. Counted up to 99. */
export async function countUnread(ctx: UseCaseContext): Promise<Result<{ unread: number }>> {
  throw new Error(`not yet: ${ctx.requestId}`)
}
