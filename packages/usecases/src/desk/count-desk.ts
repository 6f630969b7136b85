import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { DeskCounts } from './desk-types.ts'

/** The figures on top of the desk, each counted up to a bound. */
export async function countDesk(ctx: UseCaseContext): Promise<Result<DeskCounts>> {
  throw new Error(`not yet: ${ctx.requestId}`)
}
