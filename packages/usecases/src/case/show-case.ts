import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'
import type { CasePage } from './page/case-page-types.ts'

/** One case as this actor may see it: a party, an agent, a clerk, the judge. */
export async function showCase(ctx: UseCaseContext, input: CasePlace): Promise<Result<CasePage>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
