import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { ActionPlace } from './case-inputs.ts'
import type { ActionForm } from './page/case-page-types.ts'

/** The form of an action of the code, filled in as far as the code knows, with everything that can be chosen. */
export async function showActionForm(ctx: UseCaseContext, input: ActionPlace): Promise<Result<ActionForm>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
