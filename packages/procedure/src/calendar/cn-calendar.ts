import { CN_NOTICES } from './cn-notices.ts'
import type { CalendarDefinition } from './define-calendar.ts'
import { parseDate } from './plain-date.ts'
import { openZone } from './zone.ts'

/** What a day is called, in both languages. */
export type DayName = { readonly zh: string; readonly en: string }

/** Names of the days that the State Council's notices list, by day number. */
export const cnDayNames: ReadonlyMap<number, DayName> = new Map(
  CN_NOTICES.flatMap(({ closed, open }) => [
    ...closed.flatMap(([from, to, zh, en]) => daysOf(from, to).map((day) => [day, { zh, en }] as const)),
    ...open.flatMap(([from, to, zh, en]) =>
      daysOf(from, to).map((day) => [day, { zh: `${zh}调休上班`, en: `make-up workday for ${en}` }] as const),
    ),
  ]),
)

/** Years with a published notice built in. */
export const cnYears: readonly number[] = CN_NOTICES.map(({ year }) => year)

const zone = openZone('Asia/Shanghai')
if (!zone) throw new Error('the runtime has no time zone data')

/** The zone of the built-in calendar, and of calendars that state none. */
export const cnZone = zone

/** The built-in calendar `cn`: the days of the notices, weekends on Saturday and Sunday. Its validity is that of the notices. */
export const cnDefinition: CalendarDefinition = {
  name: 'cn',
  weekend: [{ from: -Infinity, to: Infinity, restBits: 0b100_0001 }],
  closed: new Set(CN_NOTICES.flatMap(({ closed }) => closed.flatMap(([from, to]) => daysOf(from, to)))),
  open: new Set(CN_NOTICES.flatMap(({ open }) => open.flatMap(([from, to]) => daysOf(from, to)))),
  zone,
  notices: cnYears,
}

function daysOf(from: string, to: string): number[] {
  const first = parseDate(from)
  const last = parseDate(to)
  if (first === undefined || last === undefined) throw new Error(`the notice table has no date ${from}..${to}`)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
