import type { Tone } from '../badge.tsx'
import { daysBetween } from './dates.ts'
import { fill } from './fill.ts'

export type ClockStatus = 'running' | 'cleared' | 'expired' | 'stopped'

// Texts with {n}; one for the singular, other for every other number. Chinese gives the same text twice.
export type DeadlineWords = {
  left: { one: string; other: string }
  today: string
  over: { one: string; other: string }
  cleared: string
  stopped: string
  expired: string
  provisional: string
}

export type DeadlineState =
  | { kind: 'left' | 'over'; days: number; tone: Tone }
  | { kind: 'today' | 'cleared' | 'stopped' | 'expired'; tone: Tone }

// Days are counted on the court's calendar of plain dates: due today is neither left nor over.
export function deadlineState({
  due,
  today,
  status = 'running',
  soonDays = 3,
}: {
  due: string // last day, 'YYYY-MM-DD' in the court's zone
  today: string
  status?: ClockStatus
  soonDays?: number
}): DeadlineState {
  if (status === 'cleared') return { kind: 'cleared', tone: 'success' }
  if (status === 'stopped') return { kind: 'stopped', tone: 'neutral' }
  const days = daysBetween(today, due)
  if (status === 'expired' && days >= 0) return { kind: 'expired', tone: 'danger' }
  if (days < 0) return { kind: 'over', days: -days, tone: 'danger' }
  if (days === 0) return { kind: 'today', tone: 'warning' }
  return { kind: 'left', days, tone: days <= soonDays ? 'warning' : 'info' }
}

export function deadlineText(state: DeadlineState, words: DeadlineWords): string {
  if (state.kind === 'left' || state.kind === 'over') {
    const { one, other } = words[state.kind]
    return fill(state.days === 1 ? one : other, { n: state.days })
  }
  return words[state.kind]
}
