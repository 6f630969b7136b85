import { expect, test } from 'vitest'
import { nationId } from '@court/db/scope'
import { createFairShare } from './fair-share.ts'

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 1, 0, second))

test('a court beyond its share is ranked behind the others, further the more it owes, and not for ever', () => {
  const share = createFairShare()
  const ranks = Array.from({ length: 301 }, () => share.rankOf('loud', at(0)))
  expect(ranks.slice(0, 100)).toEqual(Array(100).fill(0))
  expect([ranks[100], ranks[199], ranks[300]]).toEqual([1, 2, 3])
  expect(share.rankOf('quiet', at(0))).toBe(0)
  expect(share.rankOf('loud', at(10))).toBe(2)
  expect(share.rankOf('loud', at(59))).toBe(0)
})

test('what belongs to no court never waits behind courts', () => {
  const share = createFairShare()
  expect(new Set(Array.from({ length: 500 }, () => share.rankOf(nationId, at(0))))).toEqual(new Set([0]))
})
