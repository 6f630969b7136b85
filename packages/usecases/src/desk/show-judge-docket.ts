import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import { plusDays } from '@court/procedure/docket/legal-time'
import { authoriseStaff } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import type { JudgeCase, JudgeDocket, JudgeDocketInput } from './desk-types.ts'
import { daysBetween } from './due-state.ts'
import { nextOf } from './list-inbox.ts'

type Row = {
  caseId: string
  number: string | null
  title: string
  cause: string | null
  procedure: string | null
  stateTitle: unknown
  acceptedAt: Date | null
  due: string | null
  status: string | null
  nextWhat: unknown
  nextBy: string | null
  nextDue: string | null
  nextClockKey: string | null
}

/** The judge's own cases with the trial limit of each, nearest first. */
export async function showJudgeDocket(ctx: UseCaseContext, input: JudgeDocketInput): Promise<Result<JudgeDocket>> {
  const judge = authoriseStaff(ctx, ['judge'])
  if (!judge.ok) return judge
  const { courtId, staffId } = judge.actor
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const own = Prisma.sql`c.court_id = ${courtId}::uuid and c.judge_id = ${staffId}::uuid`
    const from = keysetOf(input.cursor)
    const conditions = [
      own,
      ...(input.withClosed ? [] : [Prisma.sql`c.closed_at is null`]),
      ...warningCondition(input.warning, court.today),
      ...(from ? [Prisma.sql`(coalesce(k.due, '9999-12-31'), c.id) > (${from.key}, ${from.id}::uuid)`] : []),
    ]
    const rows = await tx.$queryRaw<Row[]>`
      select c.id as "caseId", c.number, c.title, c.cause_title as cause, c.procedure, c.state_title as "stateTitle",
        c.accepted_at as "acceptedAt", k.due, k.status, c.next_what as "nextWhat", c.next_by as "nextBy", c.next_due as "nextDue",
        c.next_clock_key as "nextClockKey"
      from court_case c ${trialLimit} where ${Prisma.join(conditions, ' and ')}
      order by coalesce(k.due, '9999-12-31'), c.id limit ${input.limit + 1}`
    const { shown, nextCursor } = pageOf(rows, input.limit, ({ due, caseId }) => ({
      key: due ?? '9999-12-31',
      id: caseId,
    }))
    return accepted({
      cases: shown.map((row) => judgeCase(row, court.today)),
      nextCursor,
      today: court.today,
      ...(await figures(tx, own, court.today)),
    })
  })
}

const trialLimit = Prisma.sql`left join clock k on k.court_id = c.court_id and k.case_id = c.id and k.key = 'trial-limit'`
const stillCounts = Prisma.sql`k.status in ('running', 'expired')`

function warningCondition(warning: JudgeDocketInput['warning'], today: string): Prisma.Sql[] {
  switch (warning) {
    case '':
      return []
    case 'over':
      return [Prisma.sql`${stillCounts} and k.due < ${today}`]
    case 'within-15':
      return [Prisma.sql`${stillCounts} and k.due >= ${today} and k.due <= ${plusDays(today, 15)}`]
    case 'within-30':
      return [Prisma.sql`${stillCounts} and k.due > ${plusDays(today, 15)} and k.due <= ${plusDays(today, 30)}`]
  }
}

async function figures(tx: Tx, own: Prisma.Sql, today: string) {
  const [row] = await tx.$queryRaw<Pick<JudgeDocket, 'over' | 'within15' | 'within30' | 'open'>[]>`
    select count(*)::int as open,
      count(*) filter (where ${stillCounts} and k.due < ${today})::int as over,
      count(*) filter (where ${stillCounts} and k.due >= ${today} and k.due <= ${plusDays(today, 15)})::int as within15,
      count(*) filter (where ${stillCounts} and k.due > ${plusDays(today, 15)} and k.due <= ${plusDays(today, 30)})::int as within30
    from court_case c ${trialLimit} where ${own} and c.closed_at is null`
  return row ?? { open: 0, over: 0, within15: 0, within30: 0 }
}

function judgeCase(row: Row, today: string): JudgeCase {
  const { caseId, number, title, cause, procedure, stateTitle, acceptedAt, due, status } = row
  return {
    caseId,
    number,
    title,
    cause,
    procedure,
    stateTitle: wordsOf(stateTitle),
    acceptedAt,
    trialLimit: due === null || status === null ? null : limitOf(due, status, today),
    next: nextOf(row),
  }
}

function limitOf(due: string, status: string, today: string): NonNullable<JudgeCase['trialLimit']> {
  const daysLeft = daysBetween(today, due)
  const counts = status === 'running' || status === 'expired'
  const warning = !counts || daysLeft > 30 ? 'none' : daysLeft < 0 ? 'over' : daysLeft <= 15 ? 'within-15' : 'within-30'
  return { due, daysLeft, status, warning }
}
