import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import { localDate } from '@court/procedure/docket/legal-time'
import { loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf, type Keyset } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskScope, type DeskScope } from './desk-scope.ts'
import type { Inbox, InboxInput, InboxRow } from './desk-types.ts'
import { daysBetween, dueStateOf } from './due-state.ts'
import { inboxConditions } from './inbox-conditions.ts'

/** One page of the work list: the cases of the court that the roles of this member of staff reach. */
export async function listInbox(ctx: UseCaseContext, input: InboxInput): Promise<Result<Inbox>> {
  const scope = deskScope(ctx)
  if (!scope.ok) return scope
  const { courtId } = scope.actor
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const rows = await readRows(tx, { scope, court, input })
    const sort = sorts[input.sort]
    const { shown, nextCursor } = pageOf(rows, input.limit, (row) => ({ key: sort.keyOf(row), id: row.caseId }))
    const code = await loadCode(tx, ctx, { courtId, on: court.today })
    return accepted({
      rows: shown.map((row) => inboxRow(row, court)),
      nextCursor,
      today: court.today,
      states: Object.entries(code?.states ?? {})
        .sort(([, a], [, b]) => a.order - b.order)
        .map(([id, { title }]) => ({ id, title })),
      procedures: Object.entries(code?.procedures ?? {}).map(([id, { title }]) => ({ id, title })),
    })
  })
}

type Row = {
  caseId: string
  number: string | null
  title: string
  cause: string | null
  state: string
  stateTitle: unknown
  procedure: string | null
  amountFen: bigint | null
  receiptNumber: string | null
  submittedAt: Date
  updatedAt: Date
  heldBy: string | null
  heldSince: Date | null
  judge: string | null
  isMine: boolean
  nextWhat: unknown
  nextBy: string | null
  nextDue: string | null
  nextClockKey: string | null
  hasOpenQuestion: boolean
}

/** Each order ends with the id, so that equal keys have a place too. */
const sorts = {
  due: {
    order: Prisma.sql`coalesce(c.next_due, '9999-12-31'), c.id`,
    after: ({ key, id }: Keyset) => Prisma.sql`(coalesce(c.next_due, '9999-12-31'), c.id) > (${key}, ${id}::uuid)`,
    keyOf: (row: Row) => row.nextDue ?? '9999-12-31',
  },
  oldest: {
    order: Prisma.sql`c.submitted_at, c.id`,
    after: ({ key, id }: Keyset) => Prisma.sql`(c.submitted_at, c.id) > (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row: Row) => row.submittedAt.toISOString(),
  },
  newest: {
    order: Prisma.sql`c.submitted_at desc, c.id desc`,
    after: ({ key, id }: Keyset) => Prisma.sql`(c.submitted_at, c.id) < (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row: Row) => row.submittedAt.toISOString(),
  },
  updated: {
    order: Prisma.sql`c.updated_at desc, c.id desc`,
    after: ({ key, id }: Keyset) => Prisma.sql`(c.updated_at, c.id) < (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row: Row) => row.updatedAt.toISOString(),
  },
} as const

function readRows(
  tx: Tx,
  { scope, court, input }: { scope: DeskScope; court: CourtBrief; input: InboxInput },
): Promise<Row[]> {
  const { order, after } = sorts[input.sort]
  const from = keysetOf(input.cursor)
  const conditions = [
    scope.visible,
    ...inboxConditions(input, court),
    ...(input.mine ? [scope.mine] : []),
    ...(from ? [after(from)] : []),
  ]
  return tx.$queryRaw<Row[]>`
    select c.id as "caseId", c.number, c.title, c.cause_title as cause, c.state, c.state_title as "stateTitle", c.procedure,
      c.amount_fen as "amountFen", c.receipt_number as "receiptNumber", c.submitted_at as "submittedAt", c.updated_at as "updatedAt",
      c.held_by as "heldBy", c.held_since as "heldSince", s.name as judge, ${scope.mine} as "isMine", c.next_what as "nextWhat",
      c.next_by as "nextBy", c.next_due as "nextDue", c.next_clock_key as "nextClockKey",
      exists (select 1 from question q where q.court_id = c.court_id and q.case_id = c.id and q.status = 'open') as "hasOpenQuestion"
    from court_case c left join staff_member s on s.court_id = c.court_id and s.id = c.judge_id
    where ${Prisma.join(conditions, ' and ')} order by ${order} limit ${input.limit + 1}`
}

function inboxRow(row: Row, { today, zone }: CourtBrief): InboxRow {
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    cause: row.cause,
    state: row.state,
    stateTitle: wordsOf(row.stateTitle),
    procedure: row.procedure,
    amountFen: row.amountFen === null ? null : Number(row.amountFen),
    receiptNumber: row.receiptNumber,
    submittedAt: row.submittedAt,
    ageDays: daysBetween(localDate(row.submittedAt.toISOString(), zone), today),
    heldBy: row.heldBy?.split(' ') ?? [],
    heldSince: row.heldSince,
    judge: row.judge,
    isMine: row.isMine === true,
    next: nextOf(row),
    ...dueStateOf(row.nextDue, today),
    hasOpenQuestion: row.hasOpenQuestion,
    updatedAt: row.updatedAt,
  }
}

export const nextOf = (row: Pick<Row, 'nextWhat' | 'nextBy' | 'nextDue' | 'nextClockKey'>): InboxRow['next'] =>
  row.nextWhat === null
    ? null
    : { what: wordsOf(row.nextWhat), by: row.nextBy, due: row.nextDue, clockKey: row.nextClockKey }
