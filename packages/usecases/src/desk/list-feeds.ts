import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { Feeds, FeedsInput } from './desk-types.ts'

/** What happened lately in the cases of the court. */
export async function listFeeds(ctx: UseCaseContext, input: FeedsInput): Promise<Result<Feeds>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
