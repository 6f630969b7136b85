import { expect, test } from 'vitest'
import { referenceLine } from './reference-line.ts'

const zh = { locale: 'zh-CN', unverified: '未核对' }
const en = { locale: 'en', unverified: 'not verified' }

test('an article is written as each language writes it', () => {
  const reference = [
    { law: '民诉法', article: 126 },
    { law: '民诉法解释', article: '208(1)' },
  ]
  expect(referenceLine(reference, zh)).toBe('民诉法第126条；民诉法解释第208条第1款')
  expect(referenceLine(reference, en)).toBe(
    'Civil Procedure Law art. 126; SPC Interpretation of the Civil Procedure Law art. 208(1)',
  )
})

test('what nobody checked says so', () => {
  expect(referenceLine({ reported: '本院承诺', verified: false }, zh)).toBe('本院承诺（未核对）')
  expect(referenceLine({ law: '法〔2015〕137号', article: '案号规定', verified: false }, en)).toBe(
    '法〔2015〕137号 案号规定 (not verified)',
  )
})

test('without a reference there is no line', () => {
  expect(referenceLine(undefined, zh)).toBe('')
})
