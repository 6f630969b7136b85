import { expect, test } from 'vitest'
import { datesInWords } from './view-clocks.ts'

test('a proof shows its dates as people write them, with the end of a day said as 24:00', () => {
  expect(datesInWords('期间于2026-11-25T24:00:00+08:00届满。', 'zh')).toBe('期间于2026年11月25日24时届满。')
  expect(datesInWords('The period ends at 2026-11-25T24:00:00+08:00.', 'en')).toBe(
    'The period ends at 24:00 on 25 November 2026.',
  )
  expect(datesInWords('自2026-11-20起5日，当日不计，至2026-11-25。', 'zh')).toBe(
    '自2026年11月20日起5日，当日不计，至2026年11月25日。',
  )
  expect(datesInWords('2026-03-05T17:30:00+08:00', 'zh')).toBe('2026年3月5日17:30')
})
