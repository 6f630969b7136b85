import { listMyCases as readMyCases, type MyCaseRow } from '@court/db/reads/my-cases'
import { authorisePerson } from '../authorise.ts'
import type { MyCasesInput } from '../case/case-inputs.ts'
import type { UseCaseContext } from '../context.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'

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

/** The cases of the person over all courts, latest first, from the directory; no court is asked. */
export async function listMyCases(ctx: UseCaseContext, input: MyCasesInput): Promise<Result<MyCases>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  const from = keysetOf(input.cursor, 'instant')
  const { rows } = await ctx.db.askNation(person.actor, {
    rows: readMyCases({
      personId,
      show: input.filter,
      after: from && { updatedAt: new Date(from.key), caseId: from.id },
      limit: input.limit + 1,
    }),
  })
  const { shown, nextCursor } = pageOf(rows, input.limit, ({ updatedAt, caseId }) => ({
    key: updatedAt.toISOString(),
    id: caseId,
  }))
  return accepted({ cases: shown.map(myCase), nextCursor })
}

const myCase = (row: MyCaseRow): MyCase => ({
  court: { id: row.courtId, slug: row.courtSlug, name: { zh: row.courtNameZh, en: row.courtNameEn } },
  caseId: row.caseId,
  role: row.role,
  title: row.title,
  number: row.number,
  state: row.state,
  stateTitle: wordsOf(row.stateTitle),
  next: row.nextWhat === null ? null : { what: wordsOf(row.nextWhat), by: row.nextBy, until: row.nextUntil },
  isForMe: row.isForMe,
  updatedAt: row.updatedAt,
})
