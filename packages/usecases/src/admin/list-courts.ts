import { localDate } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import { authoriseAdmin } from './reach.ts'

export type CourtInTree = {
  id: string
  parentId: string | null
  level: string
  nameZh: string
  nameEn: string
  slug: string
  status: string
  /** The code in case numbers today; null when none is valid yet or any more. */
  code: string | null
  /** Has a code of procedure been assigned for today? */
  hasPacks: boolean
}

/** The whole tree, parents before children, by code: the map every administrator walks. */
export async function listCourts(ctx: UseCaseContext): Promise<Result<CourtInTree[]>> {
  const admin = authoriseAdmin(ctx)
  if (!admin.ok) return admin
  return inNation(ctx, async (tx) => {
    const [courts, assigned] = await Promise.all([
      tx.court.findMany({ include: { codes: true } }),
      tx.courtCodeAssignment.findMany({ select: { courtId: true, validFrom: true, validTo: true } }),
    ])
    const listed = courts.map(({ codes, ...court }) => {
      const day = localDate(ctx.now().toISOString(), court.zone)
      const isNow = (one: { validFrom: string; validTo: string | null }) =>
        one.validFrom <= day && (one.validTo === null || one.validTo >= day)
      return {
        id: court.id,
        parentId: court.parentId,
        level: court.level,
        nameZh: court.nameZh,
        nameEn: court.nameEn,
        slug: court.slug,
        status: court.status,
        code: codes.find(isNow)?.code ?? null,
        hasPacks: assigned.some((one) => one.courtId === court.id && isNow(one)),
      }
    })
    return accepted(inTreeOrder(listed))
  })
}

function inTreeOrder(courts: CourtInTree[]): CourtInTree[] {
  const byParent = Map.groupBy(
    courts.sort((a, b) => compare(a.code ?? a.slug, b.code ?? b.slug)),
    (court) => court.parentId,
  )
  const below = (parentId: string | null): CourtInTree[] =>
    (byParent.get(parentId) ?? []).flatMap((court) => [court, ...below(court.id)])
  return below(null)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
