import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { causeView, type CauseView } from './cause-view.ts'
import { loadCauses } from './load-causes.ts'

export const findCauseInput = z.strictObject({ code: z.string().min(1).max(80) })

/** The cause of a code, to show what was chosen. */
export function findCause(ctx: UseCaseContext, input: z.infer<typeof findCauseInput>): Promise<Result<CauseView>> {
  return inNation(ctx, async (tx) => {
    const { byCode } = await loadCauses(tx)
    const cause = byCode.get(input.code)
    return cause ? accepted(causeView(cause, byCode)) : notFound()
  })
}
