import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { Inbox, InboxInput } from './desk-types.ts'

/** One page of the work list: the cases of the court that the roles of this member of staff reach. */
export async function listInbox(ctx: UseCaseContext, input: InboxInput): Promise<Result<Inbox>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
