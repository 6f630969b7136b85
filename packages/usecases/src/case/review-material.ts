import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { ReviewMaterialInput } from './case-inputs.ts'

/** Says of one material whether it passes; `left` is how many still wait. */
export async function reviewMaterial(
  ctx: UseCaseContext,
  input: ReviewMaterialInput,
): Promise<Result<{ materialId: string; status: string; left: number }>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
