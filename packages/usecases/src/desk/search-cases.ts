import { findCases } from '@court/db/reads/search-cases'
import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskReach } from './desk-reach.ts'
import type { SearchHit, SearchInput } from './desk-types.ts'

/** Cases by number, receipt, name of a party or title, in this order; also those that are over. */
export async function searchCases(ctx: UseCaseContext, { q, limit }: SearchInput): Promise<Result<SearchHit[]>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { reach } = desk
  const { hits } = await ctx.db.askCourt(
    { courtId: reach.courtId, actor: ctx.actor },
    { hits: findCases({ reach, q, limit }) },
  )
  return accepted(hits.map(({ stateTitle, ...hit }) => ({ ...hit, stateTitle: wordsOf(stateTitle) })))
}
