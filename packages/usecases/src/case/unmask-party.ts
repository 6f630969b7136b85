import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { UnmaskInput } from './case-inputs.ts'

/** Shows one personal datum of a party in full, and logs who saw it and why. */
export async function unmaskParty(ctx: UseCaseContext, input: UnmaskInput): Promise<Result<{ value: string | null }>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
