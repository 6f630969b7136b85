import { nationId } from '@court/db/scope'

/** What a court may owe at once before its jobs wait behind those of others, and how fast that comes back. */
const burst = 100
const perSecond = 10
const rankMax = 1000

export type FairShare = { rankOf(courtId: string, now: Date): number }

/**
 * A court that owes much more than others waits behind them, not they behind it: each job beyond the court's share gets a rank, higher the
 * further beyond, and the queue takes jobs without a rank first. What belongs to no court, such as a code for a sign-in, has none.
 */
export function createFairShare(): FairShare {
  const courts = new Map<string, { left: number; at: number }>()
  return {
    rankOf(courtId, now) {
      if (courtId === nationId) return 0
      const known = courts.get(courtId) ?? { left: burst, at: now.getTime() }
      const back = (Math.max(0, now.getTime() - known.at) / 1000) * perSecond
      const left = Math.min(burst, known.left + back) - 1
      // A debt ends as well: after ten minutes without a job nobody remembers it.
      courts.set(courtId, { left: Math.max(left, -600 * perSecond), at: now.getTime() })
      return left >= 0 ? 0 : Math.min(rankMax, 1 + Math.floor(-left / burst))
    },
  }
}
