import { expect, test } from 'vitest'
import { exactYuan } from './exact-yuan.ts'

test.each([
  ['0', '¥0.00'],
  ['5', '¥0.05'],
  ['52500', '¥525.00'],
  ['24691/2', '¥123.4550'],
  ['350000000', '¥3,500,000.00'],
])('%s fen are %s', (fen, yuan) => {
  expect(exactYuan(fen)).toBe(yuan)
})
