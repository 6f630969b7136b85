/** "2026-03-05 10:32" as the clocks of the court's zone show it. */
export function localTime(instant: string | Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(new Date(instant))
}
