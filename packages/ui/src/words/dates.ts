// Legal days are plain dates ('2026-03-05'): read as UTC midnight and written as UTC, so no machine's zone moves them.

export function formatDay(day: string, locale: string): string {
  return writeDay(new Date(`${day}T00:00:00Z`), locale, 'UTC')
}

// '2026年3月5日（周四）10:32'; the zone is named where two zones meet.
export function formatInstant({
  instant,
  locale,
  timeZone,
  isZoneShown = false,
}: {
  instant: string // UTC, ISO
  locale: string
  timeZone: string
  isZoneShown?: boolean
}): string {
  const date = new Date(instant)
  const day = writeDay(date, locale, timeZone)
  const time = formatTime({ instant, locale, timeZone })
  const zone = isZoneShown ? ` ${zoneName(timeZone, locale, date)}` : ''
  return locale.startsWith('zh') ? `${day}${time}${zone}` : `${day}, ${time}${zone}`
}

export function formatTime({
  instant,
  locale,
  timeZone,
}: {
  instant: string
  locale: string
  timeZone: string
}): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )
}

// The plain date an instant falls on in a zone.
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function writeDay(date: Date, locale: string, timeZone: string): string {
  if (!locale.startsWith('zh')) {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
      .format(date)
      .replace(',', '')
  }
  const day = new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' })
  const week = new Intl.DateTimeFormat('zh-CN', { timeZone, weekday: 'short' })
  return `${day.format(date)}（${week.format(date)}）`
}

// '中国标准时间'; as it is called in summer where `date` falls there.
export function zoneName(timeZone: string, locale: string, date = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(date)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
