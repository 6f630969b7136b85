import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { allOf } from './sql.ts'

export type JudgeDocketFilter = {
  courtId: string
  judgeId: string
  /** The periods of the court's codes that are trial limits; of several clocks the nearest counts. */
  trialPeriodIds: readonly string[]
  /** Trial limits from, up to these days (both included); null is no bound. */
  dueFrom: string | null
  dueTo: string | null
  withClosed: boolean
  after: { due: string | null; caseId: string } | null
  limit: number
}

export type JudgeDocketRow = {
  caseId: string
  number: string | null
  title: string
  causeTitle: string | null
  procedure: string | null
  stateTitle: unknown
  acceptedAt: Date | null
  trialDue: string | null
  trialStatus: string | null
  nextWhat: unknown
  nextBy: string | null
  nextDue: string | null
  nextClockKey: string | null
}

const trialClock = ({
  courtId,
  judgeId,
  trialPeriodIds,
}: Pick<JudgeDocketFilter, 'courtId' | 'judgeId' | 'trialPeriodIds'>) => Prisma.sql`
  court_case c left join lateral (
    select k.due, k.status from clock k where k.court_id = c.court_id and k.case_id = c.id and k.period_id = any (${[...trialPeriodIds]}::text[])
      and k.status in ('running', 'expired') order by k.due limit 1
  ) k on true
  where c.court_id = ${courtId}::uuid and c.judge_id = ${judgeId}::uuid`

/** The cases of one judge, nearest trial limit first. */
export function listJudgeDocket(filter: JudgeDocketFilter): Question<JudgeDocketRow> {
  const due = Prisma.sql`coalesce(k.due, '9999-12-31')`
  const where = allOf(
    !filter.withClosed && Prisma.sql`c.closed_at is null`,
    filter.dueFrom !== null && Prisma.sql`k.due >= ${filter.dueFrom}`,
    filter.dueTo !== null && Prisma.sql`k.due <= ${filter.dueTo}`,
    filter.after && Prisma.sql`(${due}, c.id) > (${filter.after.due ?? '9999-12-31'}, ${filter.after.caseId}::uuid)`,
  )
  return question(Prisma.sql`
    select c.id as "caseId", c.number, c.title, c.cause_title as "causeTitle", c.procedure, c.state_title as "stateTitle",
      c.accepted_at as "acceptedAt", k.due as "trialDue", k.status as "trialStatus", c.next_what as "nextWhat", c.next_by as "nextBy",
      c.next_due as "nextDue", c.next_clock_key as "nextClockKey"
    from ${trialClock(filter)} and ${where} order by ${due}, c.id limit ${filter.limit}`)
}

export type JudgeFigures = { open: number; over: number; within15: number; within30: number }

type Bounds = Pick<JudgeDocketFilter, 'courtId' | 'judgeId' | 'trialPeriodIds'> & {
  today: string
  in15Days: string
  in30Days: string
}

/** How many open cases, and how many whose trial limit is over, comes within 15 days, or after those within 30. */
export function countJudgeDocket({ today, in15Days, in30Days, ...whose }: Bounds): Question<JudgeFigures> {
  return question(Prisma.sql`
    select count(*)::int as open, count(*) filter (where k.due < ${today})::int as over,
      count(*) filter (where k.due >= ${today} and k.due <= ${in15Days})::int as within15,
      count(*) filter (where k.due > ${in15Days} and k.due <= ${in30Days})::int as within30
    from ${trialClock(whose)} and c.closed_at is null`)
}
