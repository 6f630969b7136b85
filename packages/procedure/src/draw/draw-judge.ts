import { createHash } from 'node:crypto'

export type DrawCandidate = { id: string; weight: number }

/** All that a party needs to draw again by hand: hash `seed:counter`, skip what lies beyond the fair bound, take the remainder. */
export type DrawTrace = {
  method: 'sha256-counter-1'
  seed: string
  pool: DrawCandidate[]
  totalWeight: number
  attempts: { counter: number; digest: string; isTaken: boolean }[]
  /** A whole number below `totalWeight`; the candidate in whose share it falls is drawn. */
  point: number
  drawn: string
}

/** The weight 1 / (1 + open cases) of the rule `fewest-open`, as a whole number of millionths. */
export function fewestOpenWeight(openCases: number): number {
  return Math.max(1, Math.floor(1_000_000 / (1 + openCases)))
}

const SPACE = 2n ** 256n

/**
 * Draws one judge from a pool, each with the chance of its weight, by the seed alone: the same pool and seed give the same judge,
 * in whatever order the pool was listed. Weights are whole numbers; a weight of 0 is never drawn.
 */
export function drawJudge({ pool, seed }: { pool: readonly DrawCandidate[]; seed: string }): {
  id: string
  trace: DrawTrace
} {
  const sorted = pool.map(({ id, weight }) => ({ id, weight })).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  assertDrawable(sorted, seed)
  const totalWeight = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const total = BigInt(totalWeight)
  const fairBound = SPACE - (SPACE % total)
  const attempts: DrawTrace['attempts'] = []
  for (let counter = 0; ; counter++) {
    const digest = createHash('sha256').update(`${seed}:${counter}`, 'utf8').digest('hex')
    const value = BigInt(`0x${digest}`)
    const isTaken = value < fairBound
    attempts.push({ counter, digest, isTaken })
    if (!isTaken) continue
    const point = Number(value % total)
    const drawn = candidateAt(sorted, point)
    return { id: drawn, trace: { method: 'sha256-counter-1', seed, pool: sorted, totalWeight, attempts, point, drawn } }
  }
}

/** Draws again from what a trace records; true when the same judge comes out of the same steps. */
export function isDrawGenuine(trace: DrawTrace): boolean {
  try {
    const again = drawJudge({ pool: trace.pool, seed: trace.seed }).trace
    const isSameDraw =
      again.point === trace.point && again.drawn === trace.drawn && again.totalWeight === trace.totalWeight
    return (
      isSameDraw && trace.method === again.method && JSON.stringify(again.attempts) === JSON.stringify(trace.attempts)
    )
  } catch {
    return false
  }
}

function candidateAt(pool: readonly DrawCandidate[], point: number): string {
  let upTo = 0
  for (const { id, weight } of pool) {
    upTo += weight
    if (point < upTo) return id
  }
  throw new Error('The point lies beyond the weights of the pool')
}

function assertDrawable(sorted: readonly DrawCandidate[], seed: string): void {
  if (seed === '') throw new RangeError('A draw needs a seed')
  for (const [index, { id, weight }] of sorted.entries()) {
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new RangeError(`The weight of ${id} must be a whole number, not ${weight}`)
    if (index > 0 && sorted[index - 1]?.id === id) throw new RangeError(`${id} stands twice in the pool`)
  }
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0 || !Number.isSafeInteger(total)) throw new RangeError('Nobody in the pool can be drawn')
}
