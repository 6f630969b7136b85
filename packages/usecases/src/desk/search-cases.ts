import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskScope } from './desk-scope.ts'
import type { SearchHit, SearchInput } from './desk-types.ts'
import { plainBrackets, textCondition } from './inbox-conditions.ts'

type Row = {
  caseId: string
  number: string | null
  receiptNumber: string | null
  title: string
  stateTitle: unknown
  party: string | null
}

/** Cases by number, receipt, title or name of a party; also those that are over. Latest first. */
export async function searchCases(ctx: UseCaseContext, { q, limit }: SearchInput): Promise<Result<SearchHit[]>> {
  const scope = deskScope(ctx)
  if (!scope.ok) return scope
  const { courtId } = scope.actor
  const rows = await ctx.db.withCourt(
    { courtId, actor: ctx.actor },
    (tx) => tx.$queryRaw<Row[]>`
      select c.id as "caseId", c.number, c.receipt_number as "receiptNumber", c.title, c.state_title as "stateTitle",
        (select p.name from search_parties(${courtId}::uuid, ${q}, 500) p where p.case_id = c.id limit 1) as party
      from court_case c where ${scope.visible} and ${textCondition(q, courtId)}
      order by (c.number is not distinct from ${plainBrackets(q)}) desc, c.updated_at desc, c.id desc limit ${limit}`,
  )
  return accepted(
    rows.map(({ caseId, number, receiptNumber, title, stateTitle, party }) => ({
      caseId,
      number,
      title,
      stateTitle: wordsOf(stateTitle),
      matched: matchOf(q, { number, receiptNumber, party }),
      party,
    })),
  )
}

function matchOf(q: string, row: Pick<Row, 'number' | 'receiptNumber' | 'party'>): SearchHit['matched'] {
  if (row.number?.includes(plainBrackets(q))) return 'number'
  if (row.receiptNumber?.toLowerCase().startsWith(q.toLowerCase())) return 'receipt'
  return row.party === null ? 'title' : 'party'
}
