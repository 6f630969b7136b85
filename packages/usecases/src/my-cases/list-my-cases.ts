import type { MyCasesInput } from '../case/case-inputs.ts'
import type { UseCaseContext } from '../context.ts'
import type { Result, Words } from '../refusal.ts'

export type MyCase = {
  court: { id: string; slug: string; name: Words }
  caseId: string
  role: string
  title: string
  number: string | null
  state: string
  stateTitle: Words
  next: { what: Words; by: string | null; until: string | null } | null
  /** The next step is mine. */
  isForMe: boolean
  updatedAt: Date
}

export type MyCases = { cases: MyCase[]; nextCursor: string | null }

/** The cases of the person over all courts, latest first, from the directory; no court is asked. */
export async function listMyCases(ctx: UseCaseContext, input: MyCasesInput): Promise<Result<MyCases>> {
  throw new Error(`not yet: ${ctx.requestId} ${input.filter}`)
}
