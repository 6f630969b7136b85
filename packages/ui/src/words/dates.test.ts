import { expect, test } from 'vitest'
import { dayOf, formatDay, formatInstant } from './dates.ts'

test('a legal day is written with its weekday', () => {
  expect(formatDay('2026-03-05', 'zh-CN')).toBe('2026年3月5日（周四）')
  expect(formatDay('2026-03-05', 'en')).toBe('Thu 5 March 2026')
})

test('an instant is written in the zone of the reader, the zone named where two meet', () => {
  const instant = '2026-03-05T07:00:00Z'
  expect(formatInstant({ instant, locale: 'zh-CN', timeZone: 'Asia/Shanghai' })).toBe('2026年3月5日（周四）15:00')
  expect(formatInstant({ instant, locale: 'en', timeZone: 'Africa/Luanda', isZoneShown: true })).toBe(
    'Thu 5 March 2026, 08:00 West Africa Time',
  )
})

test('the day of an instant is the day of the zone', () => {
  expect(dayOf('2026-03-05T16:30:00Z', 'Asia/Shanghai')).toBe('2026-03-06')
})
