import { expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import { newReceiptNumber, readReceiptNumber } from './receipt-number.ts'

const ctx = testContext({ db: undefined as never })

test('a number is read back however it was typed', () => {
  for (let round = 0; round < 200; round += 1) {
    const number = newReceiptNumber(ctx, '2026-03-02')
    expect(number).toMatch(/^R26-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(readReceiptNumber(number)).toBe(number)
    expect(readReceiptNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number)
    expect(readReceiptNumber(number.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(number)
    expect(readReceiptNumber(number.replace('R', 'Ｒ'))).toBe(number)
  }
})

test('one wrong sign, or two that changed places, is no number', () => {
  const number = newReceiptNumber(ctx, '2026-03-02')
  const at = 4
  const other = number[at] === 'A' ? 'B' : 'A'
  expect(readReceiptNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeNull()
  expect(readReceiptNumber('')).toBeNull()
  expect(readReceiptNumber('R26-AAAAA')).toBeNull()
})
