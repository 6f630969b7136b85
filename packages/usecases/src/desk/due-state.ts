import type { InboxRow } from './desk-types.ts'

/** Within so many days a date is near. */
export const soonDays = 3

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function dueStateOf(due: string | null, today: string): Pick<InboxRow, 'dueState' | 'daysLeft'> {
  if (due === null) return { dueState: 'none', daysLeft: null }
  const daysLeft = daysBetween(today, due)
  const dueState = daysLeft < 0 ? 'over' : daysLeft === 0 ? 'today' : daysLeft <= soonDays ? 'soon' : 'later'
  return { dueState, daysLeft }
}
