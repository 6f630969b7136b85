import { Prisma } from '@court/db/generated/client'
import { plusDays } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskScope, type DeskScope } from './desk-scope.ts'
import type { DeskTasks, DeskTasksInput } from './desk-types.ts'
import { dueStateOf, soonDays } from './due-state.ts'

type Row = {
  id: string
  caseId: string
  number: string | null
  caseTitle: string
  title: unknown
  role: string | null
  due: string | null
  createdAt: Date
}

/** What the staff owe, nearest date first. */
export async function listDeskTasks(ctx: UseCaseContext, input: DeskTasksInput): Promise<Result<DeskTasks>> {
  const scope = deskScope(ctx)
  if (!scope.ok) return scope
  const { courtId } = scope.actor
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const from = keysetOf(input.cursor)
    const conditions = [
      scope.visible,
      ...taskConditions(scope, input, court.today),
      ...(from ? [Prisma.sql`(coalesce(t.due, '9999-12-31'), t.id) > (${from.key}, ${from.id}::uuid)`] : []),
    ]
    const rows = await tx.$queryRaw<Row[]>`
      select t.id, t.case_id as "caseId", c.number, c.title as "caseTitle", t.title, t.role, t.due, t.created_at as "createdAt"
      from task t join court_case c on c.court_id = t.court_id and c.id = t.case_id
      where ${Prisma.join(conditions, ' and ')} order by coalesce(t.due, '9999-12-31'), t.id limit ${input.limit + 1}`
    const { shown, nextCursor } = pageOf(rows, input.limit, ({ due, id }) => ({ key: due ?? '9999-12-31', id }))
    return accepted({
      tasks: shown.map((row) => ({ ...row, title: wordsOf(row.title), ...dueStateOf(row.due, court.today) })),
      nextCursor,
      today: court.today,
    })
  })
}

/** Conditions on `task t`. Mine are those of my roles, unless a colleague has them by name. */
export function taskConditions(
  { actor }: DeskScope,
  { mine, due }: Pick<DeskTasksInput, 'mine' | 'due'>,
  today: string,
): Prisma.Sql[] {
  const roles = mine
    ? [...actor.roles]
    : ['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'judge', 'president']
  const toMe = Prisma.sql`(t.staff_id is null or t.staff_id = ${actor.staffId}::uuid)`
  return [
    Prisma.sql`t.status = 'open' and t.role = any(${roles}::text[])`,
    ...(mine ? [toMe] : []),
    ...dueOf(due, today),
  ]
}

function dueOf(due: DeskTasksInput['due'], today: string): Prisma.Sql[] {
  switch (due) {
    case '':
      return []
    case 'over':
      return [Prisma.sql`t.due < ${today}`]
    case 'today':
      return [Prisma.sql`t.due = ${today}`]
    case 'soon':
      return [Prisma.sql`t.due > ${today} and t.due <= ${plusDays(today, soonDays)}`]
  }
}
