import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import { briefOf, isInForce, type CourtBrief } from './court-brief.ts'

/** One court in the tree; `receivesFilings` when it is open and its codes say what a filing is. */
export type CourtNode = CourtBrief & {
  addressZh: string | null
  addressEn: string | null
  receivesFilings: boolean
  children: CourtNode[]
}

/** Every court that is not closed, as the tree they form, by code. Public. */
export function listCourts(ctx: UseCaseContext): Promise<Result<CourtNode[]>> {
  return inNation(ctx, async (tx) => {
    const courts = await tx.court.findMany({ where: { status: { not: 'closed' } }, include: { codes: true } })
    const assigned = await tx.courtCodeAssignment.findMany({
      select: { courtId: true, validFrom: true, validTo: true },
    })
    const nodes = courts.map((court) => {
      const brief = briefOf(court, ctx)
      const hasCode = assigned.some((one) => one.courtId === court.id && isInForce(one, brief.today))
      return {
        parentId: court.parentId,
        node: {
          ...brief,
          addressZh: textIn(court.contact, 'addressZh'),
          addressEn: textIn(court.contact, 'addressEn'),
          receivesFilings: brief.status === 'open' && brief.code !== null && hasCode,
          children: [] as CourtNode[],
        },
      }
    })
    const byId = new Map(nodes.map(({ node }) => [node.courtId, node]))
    const roots: CourtNode[] = []
    for (const { parentId, node } of nodes.sort((a, b) => compare(keyOf(a.node), keyOf(b.node))))
      (byId.get(parentId ?? '')?.children ?? roots).push(node)
    return accepted(roots)
  })
}

export function textIn(json: unknown, key: string): string | null {
  const value = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' && value !== '' ? value : null
}

const keyOf = (court: CourtBrief) => court.code ?? court.slug
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
