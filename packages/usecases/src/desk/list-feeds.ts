import { Prisma } from '@court/db/generated/client'
import { isInReach } from '@court/db/reads/desk-reach'
import { loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { deskReach } from './desk-reach.ts'
import type { Feeds, FeedsInput } from './desk-types.ts'

type Row = {
  caseId: string
  number: string | null
  caseTitle: string
  seq: number
  type: string
  on: string
  recordedAt: Date
  actorKind: string
}

/** What happened lately in the cases of the court. One line per act: its last entry stands for the others of the same instant. */
export async function listFeeds(ctx: UseCaseContext, input: FeedsInput): Promise<Result<Feeds>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { courtId } = desk.reach
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const from = keysetOf(input.cursor, 'instant')
    const before = from
      ? Prisma.sql`and (e.recorded_at, e.case_id) < (${from.key}::timestamptz, ${from.id}::uuid)`
      : Prisma.empty
    const rows = await tx.$queryRaw<Row[]>`
      select e.case_id as "caseId", c.number, c.title as "caseTitle", e.seq, e.type, e.on_day as "on", e.recorded_at as "recordedAt",
        e.actor_kind as "actorKind"
      from docket_entry e join court_case c on c.court_id = e.court_id and c.id = e.case_id
      where e.court_id = ${courtId}::uuid and ${isInReach(desk.reach)} ${before}
        and not exists (select 1 from docket_entry later where later.court_id = e.court_id and later.case_id = e.case_id
          and later.seq = e.seq + 1 and later.recorded_at = e.recorded_at)
      order by e.recorded_at desc, e.case_id desc limit ${input.limit + 1}`
    const code = await loadCode(tx, ctx, { courtId, on: court.today })
    const { shown, nextCursor } = pageOf(rows, input.limit, ({ recordedAt, caseId }) => ({
      key: recordedAt.toISOString(),
      id: caseId,
    }))
    return accepted({
      items: shown.map(({ type, actorKind, ...row }) => ({
        ...row,
        title: code?.entries[type]?.title ?? { zh: type, en: type },
        byParty: actorKind === 'person',
      })),
      nextCursor,
    })
  })
}
