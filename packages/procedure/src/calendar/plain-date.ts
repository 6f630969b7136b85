// Plain dates are whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no zone.
// The conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms".

/** 0001-01-01 and 9999-12-31, the first and the last day that a request may name or reach. */
export const FIRST_DAY = -719_162
export const LAST_DAY = 2_932_896

export type DateParts = { year: number; month: number; day: number }

/** The day number of a year, month (1–12) and day of the month; the date must exist. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Year, month and day of the month of a day number. */
export function partsOf(day: number): DateParts {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** The day of the week, 0 Sunday to 6 Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The day number of `YYYY-MM-DD`, or undefined when the text is no date of the years 1–9999. */
export function parseDate(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  if (!(year >= 1) || !(month >= 1) || month > 12 || !(day >= 1) || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}

/** `YYYY-MM-DD` of a day number. */
export function formatDate(day: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const head = year < 1000 ? String(year).padStart(4, '0') : String(year)
  return `${head}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

const pairs = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

/** A whole number below 100 in two digits. */
export function twoDigits(value: number): string {
  return pairs[value] ?? String(value)
}

/** The number written in `length` ASCII digits from `from`, or NaN when one of them is no digit. */
export function digitsAt(text: string, from: number, length: number): number {
  let value = 0
  for (let i = from; i < from + length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/**
 * The day `months` later (or earlier) with the same day of the month, or the month's last day where it has no such day
 * (民法典202). `isClamped` says that it had none. The result may lie outside the years 1–9999.
 */
export function shiftMonths(day: number, months: number): { day: number; isClamped: boolean } {
  const parts = partsOf(day)
  const index = parts.year * 12 + parts.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const length = daysInMonth(year, month)
  return { day: dayOf(year, month, Math.min(parts.day, length)), isClamped: parts.day > length }
}
