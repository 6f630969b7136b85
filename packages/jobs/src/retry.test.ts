import { expect, test } from 'vitest'
import { delayMsMax, retryDelayMs } from './retry.ts'

test('waits double from a second up to their limit, half of each by chance', () => {
  expect([1, 2, 3, 4, 5].map((attempt) => retryDelayMs(attempt, 1))).toEqual([1000, 2000, 4000, 8000, 16000])
  expect([retryDelayMs(1, 0), retryDelayMs(4, 0.5)]).toEqual([500, 6000])
  expect([retryDelayMs(7, 1), retryDelayMs(900, 1)]).toEqual([delayMsMax, delayMsMax])
})
