import { describe, expect, test } from 'vitest'
import { deadlineState, deadlineText, type DeadlineWords } from './deadline.ts'

const words: DeadlineWords = {
  left: { one: '{n} day left', other: '{n} days left' },
  today: 'due today',
  over: { one: '{n} day over', other: '{n} days over' },
  cleared: 'done in time',
  stopped: 'not running',
  expired: 'expired',
  provisional: 'provisional',
}

describe('a deadline says itself in words', () => {
  test.each([
    ['2026-03-05', '2026-03-02', 'running', '3 days left', 'warning'],
    ['2026-03-05', '2026-02-20', 'running', '13 days left', 'info'],
    ['2026-03-05', '2026-03-04', 'running', '1 day left', 'warning'],
    ['2026-03-05', '2026-03-05', 'running', 'due today', 'warning'],
    ['2026-03-05', '2026-03-06', 'running', '1 day over', 'danger'],
    ['2026-03-05', '2026-03-07', 'expired', '2 days over', 'danger'],
    ['2026-03-05', '2026-03-07', 'cleared', 'done in time', 'success'],
    ['2026-03-05', '2026-03-07', 'stopped', 'not running', 'neutral'],
  ] as const)('due %s, today %s, %s: %s', (due, today, status, text, tone) => {
    const state = deadlineState({ due, today, status })
    expect(deadlineText(state, words)).toBe(text)
    expect(state.tone).toBe(tone)
  })

  test('a year of 366 days counts as it is', () => {
    expect(deadlineState({ due: '2028-03-01', today: '2028-02-28' })).toMatchObject({ days: 2 })
  })
})
