import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMet } from './bench.ts'
import { alternate } from './measure/alternate.ts'
import { median, medianRatio, percentile } from './measure/statistics.ts'
import { tableText } from './report.ts'

const bench = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8' })

test('lists what can be measured, one bench a line', () => {
  expect(bench('--list').stdout).toMatch(/^deadlines +\S/m)
})

test('measures, prints a table and last one line of JSON', () => {
  const lines = bench('deadlines', '--small', '--rounds', '2').stdout.trimEnd().split('\n')
  expect(lines.some((line) => line.startsWith('chinese-days'))).toBe(true)
  const { name, ratioToPeer, ratioToLimit, figures } = JSON.parse(lines.at(-1)?.replace(/^BENCH /, '') ?? '') as {
    [key: string]: unknown
    figures: { periodsPerSecond: { ours: number[] } }
  }
  expect({ name, ratioToLimit }).toEqual({ name: 'deadlines', ratioToLimit: null })
  expect(ratioToPeer).toBeGreaterThan(0)
  expect(figures.periodsPerSecond.ours).toHaveLength(2)
})

test('refuses a bench that does not exist', () => {
  const { status, stderr } = bench('speed-of-light')
  expect(status).toBe(2)
  expect(stderr).toContain('speed-of-light')
})

test('sides take turns, each round beginning with another, after a round that is not counted', async () => {
  const order: string[] = []
  const side = (name: string) => () => Promise.resolve(order.push(name))
  const samples = await alternate({ a: side('a'), b: side('b') }, { rounds: 2, say: () => undefined })
  expect(order.join('')).toBe('ab' + 'ab' + 'ba')
  expect(samples).toEqual({ a: [3, 6], b: [4, 5] })
})

test('figures are medians and nearest ranks', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([1, 2, 3, 10])).toBe(2.5)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10)
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(medianRatio([2, 4, 9], [1, 4, 3])).toBe(2)
  expect(() => medianRatio([1], [])).toThrow('counterpart')
  expect(isMet({ what: '', figure: 4.9, at: 'least', aim: 5 })).toBe(false)
  expect(isMet({ what: '', figure: 5, at: 'most', aim: 5 })).toBe(true)
  expect(
    tableText([
      { side: 'ours', ms: 1.5 },
      { side: 'peer', ms: 12 },
    ]),
  ).toBe(['side   ms', 'ours  1.5', 'peer   12'].join('\n'))
})
