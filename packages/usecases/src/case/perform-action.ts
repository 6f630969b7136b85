import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { PerformActionInput } from './case-inputs.ts'
import type { ActionDone } from './page/case-page-types.ts'

/** Does any action of the code of a case. */
export async function performAction(ctx: UseCaseContext, input: PerformActionInput): Promise<Result<ActionDone>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
