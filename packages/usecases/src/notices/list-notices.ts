import { z } from 'zod'
import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { withOwnNotices } from './own-notices.ts'

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
  /** Path of this site: `/my/<court>/<case>` for persons, `/desk/cases/<case>` for staff; null when there is nothing to open. */
  link: string | null
  at: Date
  readAt: Date | null
}

export type Notices = { notices: NoticeRow[]; nextCursor: string | null; unread: number }

type Row = Omit<NoticeRow, 'court' | 'title' | 'body'> & {
  courtId: string
  slug: string
  nameZh: string
  nameEn: string
  title: unknown
  body: unknown
}

/** What a person was told by all courts, or a member of staff by their own; latest first. */
export function listNotices(ctx: UseCaseContext, input: ListNoticesInput): Promise<Result<Notices>> {
  return withOwnNotices(ctx, async (tx, own) => {
    const from = keysetOf(input.cursor, 'instant')
    const conditions = [
      own,
      ...(input.unreadOnly ? [Prisma.sql`n.read_at is null`] : []),
      ...(from ? [Prisma.sql`(n.created_at, n.id) < (${from.key}::timestamptz, ${from.id}::uuid)`] : []),
    ]
    const rows = await tx.$queryRaw<Row[]>`
      select n.id, n.court_id as "courtId", o.slug, o.name_zh as "nameZh", o.name_en as "nameEn", n.case_id as "caseId", n.kind, n.title,
        n.body, n.link, n.created_at as at, n.read_at as "readAt"
      from notice n join court o on o.id = n.court_id
      where ${Prisma.join(conditions, ' and ')} order by n.created_at desc, n.id desc limit ${input.limit + 1}`
    const { shown, nextCursor } = pageOf(rows, input.limit, ({ at, id }) => ({ key: at.toISOString(), id }))
    return accepted({
      notices: shown.map(({ courtId, slug, nameZh, nameEn, title, body, ...row }) => ({
        ...row,
        court: { id: courtId, slug, name: { zh: nameZh, en: nameEn } },
        title: wordsOf(title),
        body: wordsOf(body),
      })),
      nextCursor,
      unread: await unreadAmong(tx, own),
    })
  })
}

/** Beyond this the page says "99+". */
const unreadMax = 100

export async function unreadAmong(tx: Tx, own: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from notice n where ${own} and n.read_at is null limit ${unreadMax}) bounded`
  return row?.count ?? 0
}
