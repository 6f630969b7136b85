import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { JudgeDocket, JudgeDocketInput } from './desk-types.ts'

/** The judge's own cases with the trial limit of each, nearest first. */
export async function showJudgeDocket(ctx: UseCaseContext, input: JudgeDocketInput): Promise<Result<JudgeDocket>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
