import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { allOf } from './sql.ts'

export type MyCasesFilter = {
  personId: string
  show: 'all' | 'for-me' | 'open' | 'closed'
  after: { updatedAt: Date; caseId: string } | null
  limit: number
}

export type MyCaseRow = {
  courtId: string
  courtSlug: string
  courtNameZh: string
  courtNameEn: string
  caseId: string
  role: string
  title: string
  number: string | null
  state: string
  stateTitle: unknown
  nextWhat: unknown
  nextBy: string | null
  nextUntil: string | null
  isForMe: boolean
  updatedAt: Date
}

/** The cases of a person over all courts, latest change first, from the directory alone. Closed: the person stands in it no more, or nothing comes next. */
export function listMyCases({ personId, show, after, limit }: MyCasesFilter): Question<MyCaseRow> {
  const isClosed = Prisma.sql`(p.to_at is not null or p.next_what is null)`
  const where = allOf(
    Prisma.sql`p.person_id = ${personId}::uuid`,
    show === 'for-me' && Prisma.sql`p.is_for_me and p.to_at is null`,
    show === 'open' && Prisma.sql`not ${isClosed}`,
    show === 'closed' && isClosed,
    after && Prisma.sql`(p.updated_at, p.case_id) < (${after.updatedAt}, ${after.caseId}::uuid)`,
  )
  return question(Prisma.sql`
    select p.court_id as "courtId", k.slug as "courtSlug", k.name_zh as "courtNameZh", k.name_en as "courtNameEn", p.case_id as "caseId", p.role,
      p.title, p.number, p.state, p.state_title as "stateTitle", p.next_what as "nextWhat", p.next_by as "nextBy",
      p.next_until as "nextUntil", p.is_for_me as "isForMe", p.updated_at as "updatedAt"
    from person_case p join court k on k.id = p.court_id
    where ${where} order by p.updated_at desc, p.case_id desc limit ${limit}`)
}
