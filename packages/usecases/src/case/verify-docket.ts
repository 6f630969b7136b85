import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'

export type DocketCheck = {
  isWhole: boolean
  entries: number
  headHash: string | null
  brokenAt: number | null
  /** Hash and type of every entry, so that anybody can keep them and compare later. */
  chain: { seq: number; type: string; on: string; previousHash: string; hash: string }[]
}

/** Checks the whole chain of the docket, also the entries this actor may not read. */
export async function verifyDocket(ctx: UseCaseContext, input: CasePlace): Promise<Result<DocketCheck>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.caseId}`)
}
