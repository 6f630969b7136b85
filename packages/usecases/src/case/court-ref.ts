import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'

/** What every page and notice of a court needs to know of it. */
export type CourtRef = {
  id: string
  slug: string
  nameZh: string
  nameEn: string
  zone: string
}

const columns = { id: true, slug: true, nameZh: true, nameEn: true, zone: true } as const

/** The court of a slug; null when there is none. Courts stand in a national table that everybody may read. */
export function findCourt(ctx: UseCaseContext, slug: string): Promise<CourtRef | null> {
  return inNation(ctx, (tx) => tx.court.findUnique({ where: { slug }, select: columns }))
}

/** The same inside a transaction that is open already. */
export function courtById(tx: Tx, courtId: string): Promise<CourtRef> {
  return tx.court.findUniqueOrThrow({ where: { id: courtId }, select: columns })
}
