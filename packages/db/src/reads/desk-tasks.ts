import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { isInReach, type DeskReach } from './desk-reach.ts'
import { allOf, isInBand, type DueBand } from './sql.ts'

export type DeskTasksFilter = {
  reach: DeskReach
  onlyMine: boolean
  due: DueBand | null
  today: string
  soonDays: number
  after: { due: string | null; id: string } | null
  limit: number
}

export type DeskTaskRow = {
  id: string
  caseId: string
  number: string | null
  caseTitle: string
  title: unknown
  role: string | null
  due: string | null
  createdAt: Date
}

/** Open tasks of the staff, nearest date first, those without a date last. */
export function listDeskTasks(filter: DeskTasksFilter): Question<DeskTaskRow> {
  const { reach, after, limit } = filter
  const due = Prisma.sql`coalesce(t.due, '9999-12-31')`
  const where = allOf(
    Prisma.sql`t.court_id = ${reach.courtId}::uuid and t.status = 'open' and t.person_id is null`,
    isInReach(reach),
    filter.onlyMine &&
      Prisma.sql`(t.staff_id = ${reach.staffId}::uuid or (t.staff_id is null and t.role = any (${[...reach.roles]}::text[])))`,
    isInBand(Prisma.sql`t.due`, filter.due, filter.today, filter.soonDays),
    after && Prisma.sql`(${due}, t.id) > (${after.due ?? '9999-12-31'}, ${after.id}::uuid)`,
  )
  return question(Prisma.sql`
    select t.id, t.case_id as "caseId", c.number, c.title as "caseTitle", t.title, t.role, t.due, t.created_at as "createdAt"
    from task t join court_case c on c.court_id = t.court_id and c.id = t.case_id
    where ${where} order by ${due}, t.id limit ${limit}`)
}
