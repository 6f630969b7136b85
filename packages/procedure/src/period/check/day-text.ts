// Dates of the checker, by JavaScript's own calendar: the engine has another. Days are counted from 1970-01-01.
const dayMs = 86_400_000
export const firstDay = Date.parse('0001-01-01T00:00:00Z') / dayMs
export const lastDay = Date.parse('9999-12-31T00:00:00Z') / dayMs

/** The walk of a check left the years 1–9999. */
export class Lost extends Error {
  readonly side: 'early' | 'late'

  constructor(side: 'early' | 'late') {
    super('the period leads outside the years 0001 to 9999')
    this.side = side
  }
}

export function mustExist(day: number): number {
  if (day < firstDay) throw new Lost('early')
  if (day > lastDay) throw new Lost('late')
  return day
}

export function textOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The day of a date as it is written, or undefined when it is none. */
export function dayOfText(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || textOfDay(ms / dayMs) !== text || ms / dayMs < firstDay ? undefined : ms / dayMs
}

/** The day of the same number in another month, or that month's last day. */
export function sameDayOfMonth(day: number, months: number): { day: number; isMonthEnd: boolean } {
  const date = new Date(day * dayMs)
  const dayOfMonth = date.getUTCDate()
  const endOfMonth = new Date(0)
  endOfMonth.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)
  if (Number.isNaN(endOfMonth.getTime())) throw new Lost(months > 0 ? 'late' : 'early')
  const isMonthEnd = dayOfMonth > endOfMonth.getUTCDate()
  if (!isMonthEnd) endOfMonth.setUTCDate(dayOfMonth)
  return { day: mustExist(endOfMonth.getTime() / dayMs), isMonthEnd }
}
