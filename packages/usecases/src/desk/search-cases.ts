import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { SearchHit, SearchInput } from './desk-types.ts'

/** Cases by number, receipt, title or name of a party, best first. */
export async function searchCases(ctx: UseCaseContext, input: SearchInput): Promise<Result<SearchHit[]>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
