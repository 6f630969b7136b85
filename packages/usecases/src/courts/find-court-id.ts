import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'

/** The court that lives under an address name; null when there is none. */
export const findCourtId = (ctx: UseCaseContext, slug: string): Promise<string | null> =>
  inNation(ctx, async (tx) => (await tx.court.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null)
