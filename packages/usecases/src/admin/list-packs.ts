import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import { wordsOr } from './words-or.ts'
import { authoriseAdmin } from './reach.ts'

export type PublishedPackRow = {
  packId: string
  version: string
  layer: string
  title: Words
  parentPackId: string | null
  validFrom: string
  validTo: string | null
  publishedAt: Date
  hash: string
  /** How many courts work under it, or will. */
  courtCount: number
}

/** Every published version, national first, newest version of a pack first. */
export async function listPacks(ctx: UseCaseContext): Promise<Result<PublishedPackRow[]>> {
  const admin = authoriseAdmin(ctx)
  if (!admin.ok) return admin
  return inNation(ctx, async (tx) => {
    const packs = await tx.codePack.findMany({
      select: {
        hash: true,
        packId: true,
        version: true,
        layer: true,
        title: true,
        parentPackId: true,
        validFrom: true,
        validTo: true,
        publishedAt: true,
      },
    })
    const assigned = await tx.courtCodeAssignment.findMany({
      where: { validTo: null },
      select: { courtId: true, packId: true, packHash: true },
    })
    const rows = packs.map(({ title, ...pack }) => ({
      ...pack,
      title: wordsOr(title, pack.packId),
      courtCount: new Set(
        assigned
          .filter((one) => one.packId === pack.packId && (one.packHash === null || one.packHash === pack.hash))
          .map(({ courtId }) => courtId),
      ).size,
    }))
    return accepted(
      rows.sort(
        (a, b) => rank(a.layer) - rank(b.layer) || compare(a.packId, b.packId) || compare(b.version, a.version),
      ),
    )
  })
}

const rank = (layer: string) => ['national', 'superior', 'court'].indexOf(layer)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
