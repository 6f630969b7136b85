import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { PreviewActionInput } from './case-inputs.ts'
import type { ActionPreview } from './page/case-page-types.ts'

/** What an action would do, decided by the same engine and not saved. */
export async function previewAction(ctx: UseCaseContext, input: PreviewActionInput): Promise<Result<ActionPreview>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
