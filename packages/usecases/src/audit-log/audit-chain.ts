import { nationId } from '@court/db/scope'
import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'

/** A court's audit, or, under the nil court, the nation's. */
export const isNation = (courtId: string): boolean => courtId === nationId

export type Position = { lastAt: Date; lastId: string }
export type Page = { rows: number; text: string; end: Position }

export const beginning: Position = { lastAt: new Date(0), lastId: nationId }

type Stretch = { courtId: string; after: Position; upTo: Date | Position; rowsMax: number }

/** The rows of the audit behind a position, each as one line that no setting of the session changes; null when there are none. */
export async function readStretch(tx: Tx, { courtId, after, upTo, rowsMax }: Stretch): Promise<Page | null> {
  const end =
    upTo instanceof Date
      ? Prisma.sql`recorded_at < ${upTo}`
      : Prisma.sql`(recorded_at, id) <= (${upTo.lastAt}, ${upTo.lastId}::uuid)`
  const found = await tx.$queryRaw<{ id: string; recordedAt: Date; line: string }[]>`
    select id, recorded_at as "recordedAt", ${isNation(courtId) ? nationalLine : courtLine} as line
    from ${isNation(courtId) ? Prisma.sql`national_audit` : Prisma.sql`audit`}
    where ${isNation(courtId) ? Prisma.sql`true` : Prisma.sql`court_id = ${courtId}::uuid`}
      and (recorded_at, id) > (${after.lastAt}, ${after.lastId}::uuid) and ${end}
    order by recorded_at, id limit ${rowsMax}`
  const last = found.at(-1)
  if (!last) return null
  return {
    rows: found.length,
    text: found.map(({ line }) => line).join('\n'),
    end: { lastAt: last.recordedAt, lastId: last.id },
  }
}

const instant = (column: string) => Prisma.raw(`(extract(epoch from ${column}) * 1000)::bigint`)
const courtLine = Prisma.sql`jsonb_build_array(id, ${instant('at')}, actor_kind, actor_id, actor_roles, action, case_id, subject_kind, subject_id,
  data, request_id, ip, ${instant('recorded_at')})::text`
const nationalLine = Prisma.sql`jsonb_build_array(id, ${instant('at')}, actor_kind, actor_id, action, court_id, subject_kind, subject_id,
  data, request_id, ip, ${instant('recorded_at')})::text`

/** Holds the seal before it. Under a key outside of the database: whoever can rewrite every table cannot make one. */
export const sealOf = (ctx: UseCaseContext, { courtId, seq, previous, page }: Sealing): string =>
  ctx.keys.digest('audit.seal', [courtId, seq, previous, page?.rows ?? 0, page?.text ?? ''].join('\n'))

type Sealing = { courtId: string; seq: number; previous: string; page: Page | null }

export type SealRow = Position & { seq: number; rows: number; seal: string }

/** Whether what stands under a seal today is what stood there when it was set. */
export async function isIntact(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, seal, before }: { courtId: string; seal: SealRow; before: SealRow | null },
): Promise<boolean> {
  // One row more than were sealed is asked for: what was slipped in later is found too.
  const page = await readStretch(tx, { courtId, after: before ?? beginning, upTo: seal, rowsMax: seal.rows + 1 })
  return sealOf(ctx, { courtId, seq: seal.seq, previous: before?.seal ?? '', page }) === seal.seal
}
