import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { isInReach, isMine, type DeskReach } from './desk-reach.ts'
import { allOf, isInBand, type DueBand } from './sql.ts'

export type DeskFilter = {
  reach: DeskReach
  /** Part of a number, a receipt, a title or a party's name; '' is no search. */
  q: string
  state: string | null
  procedure: string | null
  due: DueBand | null
  /** The legal day in the court's zone from which `due` is told. */
  today: string
  soonDays: number
  /** Submitted at or after, before: for ages. */
  submittedFrom: Date | null
  submittedBefore: Date | null
  onlyMine: boolean
  withClosed: boolean
  sort: DeskSort
  after: DeskCursor | null
  limit: number
}

/** due: nearest date first, cases without one last; oldest, newest: by submission; updated: latest change first. */
export type DeskSort = 'due' | 'oldest' | 'newest' | 'updated'

/** Where the page before ended: the sort key of its last row as text, and its id. */
export type DeskCursor = { key: string; id: string }

export type DeskRow = {
  caseId: string
  number: string | null
  title: string
  causeTitle: string | null
  state: string
  stateTitle: unknown
  procedure: string | null
  amountFen: bigint | null
  receiptNumber: string | null
  submittedAt: Date
  heldBy: string | null
  heldSince: Date | null
  judgeName: string | null
  isMine: boolean
  nextWhat: unknown
  nextBy: string | null
  nextDue: string | null
  nextClockKey: string | null
  hasOpenQuestion: boolean
  updatedAt: Date
  /** For the cursor of the next page. */
  sortKey: string
}

/** One page of a court's cases as one member of staff may see them; one statement, keyset-paged. */
export function listDesk(filter: DeskFilter): Question<DeskRow> {
  const { reach, q, today, soonDays, limit } = filter
  const { key, order, direction } = sorts[filter.sort]
  const where = allOf(
    isInReach(reach),
    filter.onlyMine && isMine(reach),
    !filter.withClosed && Prisma.sql`c.closed_at is null`,
    filter.state !== null && Prisma.sql`c.state = ${filter.state}`,
    filter.procedure !== null && Prisma.sql`c.procedure = ${filter.procedure}`,
    isInBand(Prisma.sql`c.next_due`, filter.due, today, soonDays),
    filter.submittedFrom && Prisma.sql`c.submitted_at >= ${filter.submittedFrom}`,
    filter.submittedBefore && Prisma.sql`c.submitted_at < ${filter.submittedBefore}`,
    q !== '' && Prisma.sql`c.id in (select case_id from search_cases(${reach.courtId}::uuid, ${q}, 500))`,
    filter.after && isAfter(filter.sort, filter.after),
  )
  return question(Prisma.sql`
    select c.id as "caseId", c.number, c.title, c.cause_title as "causeTitle", c.state, c.state_title as "stateTitle", c.procedure,
      c.amount_fen as "amountFen", c.receipt_number as "receiptNumber", c.submitted_at as "submittedAt", c.held_by as "heldBy",
      c.held_since as "heldSince", j.name as "judgeName", ${isMine(reach)} as "isMine", c.next_what as "nextWhat", c.next_by as "nextBy",
      c.next_due as "nextDue", c.next_clock_key as "nextClockKey", c.updated_at as "updatedAt", (${key})::text as "sortKey",
      q.case_id is not null as "hasOpenQuestion"
    from court_case c left join staff_member j on j.court_id = c.court_id and j.id = c.judge_id
      left join lateral (${openQuestion}) q on true
    where ${where} order by ${order} ${direction}, c.id ${direction} limit ${limit}`)
}

/** The states and procedures that occur in the court, for the filters of the list. */
export function listDeskFacets(
  courtId: string,
): Question<{ state: string; stateTitle: unknown; procedure: string | null }> {
  return question(Prisma.sql`
    select distinct on (state, procedure) state, state_title as "stateTitle", procedure from court_case
    where court_id = ${courtId}::uuid order by state, procedure, updated_at desc limit 200`)
}

// With a limit, so that it is looked up for the rows shown: as "exists" it was hashed, and read every question of a large court.
const openQuestion = Prisma.sql`
  select a.case_id from question a where a.court_id = c.court_id and a.case_id = c.id and a.status = 'open' limit 1`

type Sort = { key: Prisma.Sql; order: Prisma.Sql; direction: Prisma.Sql }

const [ascending, descending] = [Prisma.sql`asc`, Prisma.sql`desc`]
const dueOrNever = Prisma.sql`coalesce(c.next_due, '9999-12-31')`
// Microseconds as a whole number: a timestamp's text depends on the zone of the session.
const instant = (column: Prisma.Sql) => Prisma.sql`(extract(epoch from ${column}) * 1000000)::bigint`

const sorts: Record<DeskSort, Sort> = {
  due: { key: dueOrNever, order: dueOrNever, direction: ascending },
  oldest: { key: instant(Prisma.sql`c.submitted_at`), order: Prisma.sql`c.submitted_at`, direction: ascending },
  newest: { key: instant(Prisma.sql`c.submitted_at`), order: Prisma.sql`c.submitted_at`, direction: descending },
  updated: { key: instant(Prisma.sql`c.updated_at`), order: Prisma.sql`c.updated_at`, direction: descending },
}

function isAfter(sort: DeskSort, { key, id }: DeskCursor): Prisma.Sql {
  const { order, direction } = sorts[sort]
  const compare = direction === ascending ? Prisma.sql`>` : Prisma.sql`<`
  const value = sort === 'due' ? Prisma.sql`${key}` : Prisma.sql`to_timestamp(${key}::bigint / 1000000.0)`
  return Prisma.sql`(${order}, c.id) ${compare} (${value}, ${id}::uuid)`
}
