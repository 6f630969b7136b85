import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawJudge, isDrawGenuine } from './draw-judge.ts'

const pool = [
  { id: 'judge-a', weight: 1 },
  { id: 'judge-b', weight: 3 },
  { id: 'judge-c', weight: 0 },
]

describe('drawing a judge', () => {
  it('gives the same judge for the same pool and seed, in whatever order the pool is listed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        expect(drawJudge({ pool, seed })).toEqual(drawJudge({ pool: [...pool].reverse(), seed }))
      }),
    )
  })
  it('can be replayed from its trace, and a changed trace is found out', () => {
    const { id, trace } = drawJudge({ pool, seed: '2f1c' })
    expect(trace.drawn).toBe(id)
    expect(isDrawGenuine(trace)).toBe(true)
    expect(isDrawGenuine({ ...trace, drawn: 'judge-c' })).toBe(false)
    expect(isDrawGenuine({ ...trace, seed: '2f1d' })).toBe(false)
    expect(isDrawGenuine({ ...trace, pool: trace.pool.map((one) => ({ ...one, weight: one.weight + 1 })) })).toBe(false)
  })
  it('follows the weights, and never draws a weight of 0', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 4_000; round++) {
      const { id } = drawJudge({ pool, seed: `round ${round}` })
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    expect(counts.has('judge-c')).toBe(false)
    expect(Math.abs((counts.get('judge-b') ?? 0) - 3_000)).toBeLessThan(150)
  })
  it.each([
    ['an empty pool', { pool: [], seed: 's' }],
    ['no weight at all', { pool: [{ id: 'a', weight: 0 }], seed: 's' }],
    ['a negative weight', { pool: [{ id: 'a', weight: -1 }], seed: 's' }],
    ['a fraction', { pool: [{ id: 'a', weight: 0.5 }], seed: 's' }],
    [
      'one judge twice',
      {
        pool: [
          { id: 'a', weight: 1 },
          { id: 'a', weight: 1 },
        ],
        seed: 's',
      },
    ],
    ['no seed', { pool, seed: '' }],
  ])('%s is a broken assumption', (_, draw) => expect(() => drawJudge(draw)).toThrow(RangeError))
})
