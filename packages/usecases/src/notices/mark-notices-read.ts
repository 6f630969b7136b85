import { z } from 'zod'
import { Prisma } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { unreadAmong } from './list-notices.ts'
import { withOwnNotices } from './own-notices.ts'

/** Those named, or all. */
export const markReadInput = z.strictObject({
  noticeIds: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]),
})
export type MarkReadInput = z.infer<typeof markReadInput>

/** Marks the actor's own notices as read; others do not exist for them. Marking twice keeps the first time. */
export function markNoticesRead(
  ctx: UseCaseContext,
  { noticeIds }: MarkReadInput,
): Promise<Result<{ unread: number }>> {
  return withOwnNotices(ctx, async (tx, own) => {
    const named = noticeIds === 'all' ? Prisma.empty : Prisma.sql`and n.id = any(${noticeIds}::uuid[])`
    await tx.$executeRaw`update notice n set read_at = ${ctx.now()} where ${own} and n.read_at is null ${named}`
    return accepted({ unread: await unreadAmong(tx, own) })
  })
}
