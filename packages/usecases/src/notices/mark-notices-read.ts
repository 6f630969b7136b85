import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'

/** Those named, or all. */
export const markReadInput = z.strictObject({
  noticeIds: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]),
})
export type MarkReadInput = z.infer<typeof markReadInput>

/** Marks the actor's own notices as read; others do not exist for them. Marking twice keeps the first time. */
export async function markNoticesRead(ctx: UseCaseContext, input: MarkReadInput): Promise<Result<{ unread: number }>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
