import { describe, expect, test } from 'vitest'
import { amountInWords, formatYuan, parseAmount } from './amount.ts'

describe('the amount in words', () => {
  test.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [50, '人民币伍角整'],
    [100, '人民币壹元整'],
    [1000, '人民币壹拾元整'],
    [1010, '人民币壹拾元壹角整'],
    [100005, '人民币壹仟元零伍分'],
    [700_000, '人民币柒仟元整'],
    [450_000, '人民币肆仟伍佰元整'],
    [10_500_000, '人民币壹拾万伍仟元整'],
    [12_345_678, '人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    [100_000_000, '人民币壹佰万元整'],
    [10_000_000_000_000, '人民币壹仟亿元整'],
    [10_000_000_500, '人民币壹亿零伍元整'],
  ])('%i fen is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words)
  })
})

describe('an amount as people type it', () => {
  test.each([
    ['7000', 700_000],
    ['7,000.50', 700_050],
    ['１２３．４', 12_340],
    ['¥ 4 500 元', 450_000],
    ['0.10', 10],
    ['1.500', 150],
    ['10000000000000', 1_000_000_000_000_000],
  ])('%s is read', (text, fen) => {
    expect(parseAmount(text)).toEqual({ ok: true, fen })
  })

  test.each([
    ['', 'empty'],
    ['一千', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['-5', 'negative'],
    ['1.234', 'too-fine'],
    ['10000000000000.01', 'too-large'],
  ])('%s is refused as %s', (text, fault) => {
    expect(parseAmount(text)).toEqual({ ok: false, fault })
  })

  test('an amount is written with its thousands', () => {
    expect(formatYuan(123_456_789)).toBe('¥1,234,567.89')
    expect(formatYuan(5)).toBe('¥0.05')
  })
})
