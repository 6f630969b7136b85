import { authorisePerson } from '../authorise.ts'
import type { MyCasesInput } from '../case/case-inputs.ts'
import type { UseCaseContext } from '../context.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { Prisma } from '@court/db/generated/client'

export type MyCase = {
  court: { id: string; slug: string; name: Words }
  caseId: string
  role: string
  title: string
  number: string | null
  state: string
  stateTitle: Words
  next: { what: Words; by: string | null; until: string | null } | null
  /** The next step is mine. */
  isForMe: boolean
  updatedAt: Date
}

export type MyCases = { cases: MyCase[]; nextCursor: string | null }

type Row = Omit<MyCase, 'court' | 'stateTitle' | 'next'> & {
  courtId: string
  slug: string
  nameZh: string
  nameEn: string
  stateTitle: unknown
  nextWhat: unknown
  nextBy: string | null
  nextUntil: string | null
}

/** The cases of the person over all courts, latest first, from the directory; no court is asked. */
export async function listMyCases(ctx: UseCaseContext, input: MyCasesInput): Promise<Result<MyCases>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const from = keysetOf(input.cursor)
  const after = from
    ? Prisma.sql`and (p.updated_at, p.case_id) < (${from.key}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty
  const rows = await inNation(
    ctx,
    (tx) => tx.$queryRaw<Row[]>`
      select p.court_id as "courtId", o.slug, o.name_zh as "nameZh", o.name_en as "nameEn", p.case_id as "caseId", p.role, p.title,
        p.number, p.state, p.state_title as "stateTitle", p.next_what as "nextWhat", p.next_by as "nextBy", p.next_until as "nextUntil",
        p.is_for_me as "isForMe", p.updated_at as "updatedAt"
      from person_case p join court o on o.id = p.court_id
      where p.person_id = ${person.actor.personId}::uuid and p.to_at is null ${filters[input.filter]} ${after}
      order by p.updated_at desc, p.case_id desc limit ${input.limit + 1}`,
  )
  const { shown, nextCursor } = pageOf(rows, input.limit, ({ updatedAt, caseId }) => ({
    key: updatedAt.toISOString(),
    id: caseId,
  }))
  return accepted({ cases: shown.map(myCase), nextCursor })
}

/** A case is over when nothing follows any more: the directory then has no next step. */
const filters: Record<MyCasesInput['filter'], Prisma.Sql> = {
  all: Prisma.empty,
  'for-me': Prisma.sql`and p.is_for_me`,
  open: Prisma.sql`and p.next_what is not null`,
  closed: Prisma.sql`and p.next_what is null`,
}

const myCase = ({ courtId, slug, nameZh, nameEn, stateTitle, nextWhat, nextBy, nextUntil, ...row }: Row): MyCase => ({
  ...row,
  court: { id: courtId, slug, name: { zh: nameZh, en: nameEn } },
  stateTitle: wordsOf(stateTitle),
  next: nextWhat === null ? null : { what: wordsOf(nextWhat), by: nextBy, until: nextUntil },
})
