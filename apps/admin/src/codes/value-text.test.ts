import { describe, expect, test } from 'vitest'
import { ruleSummary, valueText } from './value-text.ts'

describe('a value of a code is said in words', () => {
  test.each([
    [7, '7', '7'],
    [true, '是', 'yes'],
    [null, '—', '—'],
    [['judge', 'court-clerk'], 'judge、court-clerk', 'judge, court-clerk'],
    [{ count: 3, unit: 'month' }, '3个月', '3 months'],
    [{ count: 1, unit: 'day' }, '1日', '1 day'],
    [{ a: 1 }, '{"a":1}', '{"a":1}'],
  ])('%j', (value, zh, en) => {
    expect(valueText(value, 'zh-CN')).toBe(zh)
    expect(valueText(value, 'en')).toBe(en)
  })
})

test('money is said in yuan where the path says fen, and a dated figure with its day', () => {
  expect(valueText(8000, 'zh-CN', 'fees.other.choice.chosenFen')).toBe('¥80.00')
  expect(valueText([{ from: '2022-01-11', value: 10864500 }], 'zh-CN', 'parameters.averageWageFen.values')).toBe(
    '2022-01-11起¥108,645.00',
  )
  expect(valueText({ from: '2022-01-11', value: 3 }, 'en')).toBe('3 from 2022-01-11')
})

test('a rule is summed up by what its section is about', () => {
  expect(ruleSummary('periods', { rule: { count: 15, unit: 'day' } }, 'zh-CN')).toBe('15日')
  expect(ruleSummary('periods', { rule: { count: { from: 'days', default: 7 }, unit: 'day' } }, 'en')).toBe('7 days')
  expect(ruleSummary('limits', { maxFileMb: 20 }, 'zh-CN')).toBe('20 MB')
  expect(ruleSummary('states', { phase: 'filing' }, 'zh-CN')).toBe('')
})
