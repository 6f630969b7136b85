import { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskScope, type DeskScope } from './desk-scope.ts'
import type { BoundedCount, DeskCounts } from './desk-types.ts'
import { dueCondition } from './inbox-conditions.ts'
import { taskConditions } from './list-desk-tasks.ts'

/** Beyond this nobody reads the figure: it shows as "999+", and costs no more. */
export const countMax = 999

/** The figures on top of the desk, each counted up to a bound. */
export async function countDesk(ctx: UseCaseContext): Promise<Result<DeskCounts>> {
  const scope = deskScope(ctx)
  if (!scope.ok) return scope
  const { courtId, staffId } = scope.actor
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const open = Prisma.sql`${scope.visible} and c.closed_at is null`
    const cases = (...more: Prisma.Sql[]) =>
      countUpTo(tx, Prisma.sql`select 1 from court_case c where ${Prisma.join([open, ...more], ' and ')}`)
    return accepted({
      mine: await cases(scope.mine),
      over: await cases(...dueCondition('over', court.today)),
      today: await cases(...dueCondition('today', court.today)),
      soon: await cases(...dueCondition('soon', court.today)),
      openQuestions: await cases(
        Prisma.sql`exists (select 1 from question q where q.court_id = c.court_id and q.case_id = c.id and q.status = 'open')`,
      ),
      tasks: await countUpTo(
        tx,
        Prisma.sql`select 1 from task t join court_case c on c.court_id = t.court_id and c.id = t.case_id
          where ${Prisma.join([scope.visible, ...taskConditions(scope, { mine: true, due: '' }, court.today)], ' and ')}`,
      ),
      byState: await countStates(tx, scope),
      unreadNotices: await countUpTo(
        tx,
        Prisma.sql`select 1 from notice n where n.court_id = ${courtId}::uuid and n.staff_id = ${staffId}::uuid and n.read_at is null`,
      ),
    })
  })
}

async function countUpTo(tx: Tx, rows: Prisma.Sql): Promise<BoundedCount> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${rows} limit ${countMax + 1}) bounded`
  return boundedOf(row?.count ?? 0)
}

async function countStates(tx: Tx, { visible }: DeskScope): Promise<DeskCounts['byState']> {
  const rows = await tx.$queryRaw<{ state: string; title: unknown; count: number }[]>`
    select b.state, (array_agg(b.state_title))[1] as title, count(*)::int as count
    from (select c.state, c.state_title from court_case c where ${visible} and c.closed_at is null limit ${5 * countMax}) b
    group by b.state order by b.state`
  return rows.map(({ state, title, count }) => ({ state, title: wordsOf(title), count: boundedOf(count) }))
}

const boundedOf = (count: number): BoundedCount => ({ count: Math.min(count, countMax), isMore: count > countMax })
