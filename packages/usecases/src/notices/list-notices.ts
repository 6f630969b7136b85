import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import type { Result, Words } from '../refusal.ts'

export const listNoticesInput = z.strictObject({
  unreadOnly: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(50).default(20),
})
export type ListNoticesInput = z.infer<typeof listNoticesInput>

export type NoticeRow = {
  id: string
  court: { id: string; slug: string; name: Words }
  caseId: string | null
  kind: string
  title: Words
  body: Words
  /** Path of this site, such as /ningbo-yinzhou/cases/…; null when there is nothing to open. */
  link: string | null
  at: Date
  readAt: Date | null
}

export type Notices = { notices: NoticeRow[]; nextCursor: string | null; unread: number }

/** What a person was told by all courts, or a member of staff by their own; latest first. */
export async function listNotices(ctx: UseCaseContext, input: ListNoticesInput): Promise<Result<Notices>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.limit}`)
}
