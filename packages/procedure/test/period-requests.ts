// Requests of `court-code period` of every kind that the contract allows, for tests of properties.
import fc from 'fast-check'

type Json = { [key: string]: unknown }

const dayMs = 86_400_000
const dateFrom = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => new Date(Date.parse(first) + n * dayMs).toISOString().slice(0, 10))

/** 2025 to 2027: two published years and one whose notice is not out. */
export const date = dateFrom('2025-01-01', 1_000)
const shortIntervalAt = fc
  .tuple(date, fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: new Date(Date.parse(from) + length * dayMs).toISOString().slice(0, 10) }))
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30, 59), fc.constantFrom(0, 0, 59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
export const instant = fc
  .tuple(date, time, fc.constantFrom('+08:00', 'Z', '-05:00'))
  .map(([day, clock, offset]) => `${day}T${clock}${offset}`)

export const calendars: Json = {
  alpha: {
    closed: ['2026-04-03', '2026-04-06', '2026-12-25'],
    from: '2025-01-01',
    to: '2027-06-30',
    zone: 'Europe/Zurich',
    standstill: [{ easter: [-7, 7] }, { from: '07-15', to: '08-15' }, { from: '12-18', to: '01-02' }],
  },
  gulf: {
    weekend: [
      { to: '2025-12-31', days: ['fri', 'sat'] },
      { from: '2026-01-01', days: ['sat', 'sun'] },
    ],
    zone: 'Asia/Dubai',
  },
}
const calendar = fc.constantFrom<unknown>(undefined, 'cn', calendars['alpha'], calendars['gulf'], [
  'cn',
  calendars['alpha'],
])

const dayUnit = fc.constantFrom('day', 'court-day', 'week', 'month', 'year')
const smallCount = fc.integer({ min: 0, max: 20 })
const length = fc
  .record({ count: smallCount, unit: dayUnit })
  .map(({ count, unit }) => ({ count: unit === 'year' ? count % 3 : unit === 'month' ? count % 8 : count, unit }))

const dayWords = fc.record(
  {
    shortUpTo: fc.record({ count: smallCount, unit: fc.constantFrom('court-day', 'day', 'week') }),
    direction: fc.constantFrom('forward', 'backward'),
    firstDay: fc.constantFrom('excluded', 'included'),
    lastDay: fc.constantFrom('included', 'excluded'),
    roll: fc.constantFrom('next', 'previous', 'none'),
    cutoff: fc.constantFrom('17:00', '12:30'),
    cutoffTo: fc.constantFrom('day', 'court-day'),
    startOn: fc.constantFrom('trigger', 'court-day'),
    endAt: fc.constantFrom('24:00', '17:30', 'trigger'),
    standstill: fc.boolean(),
  },
  { requiredKeys: [] },
)

const counted = fc.oneof(
  { weight: 3, arbitrary: length.map((one): Json => ({ ...one })) },
  { weight: 1, arbitrary: fc.array(length, { minLength: 1, maxLength: 3 }).map((counts): Json => ({ counts })) },
)

/** A rule in days or longer, without `then`. */
const dayRule = fc.tuple(counted, dayWords).map(([lengths, words]): Json => {
  const rule: Json = { ...lengths, ...words }
  if (rule['direction'] === 'backward') {
    delete rule['cutoff']
    delete rule['startOn']
  }
  return rule
})

const hourRule = fc.record(
  {
    count: fc.integer({ min: 0, max: 200 }),
    unit: fc.constant('hour'),
    hoursFrom: fc.constantFrom('now', 'next-full'),
    roll: fc.constantFrom('next', 'previous', 'none'),
  },
  { requiredKeys: ['count', 'unit'] },
)

/** A rule in days or longer, with or without further ones that follow it. */
export const dayRules = fc
  .tuple(dayRule, fc.array(dayRule, { maxLength: 2 }))
  .map(([rule, then]): Json => (then.length > 0 ? { ...rule, then } : rule))

const adjustment = fc
  .tuple(fc.constantFrom('extension', 'shortening'), fc.integer({ min: 0, max: 9 }), dayUnit)
  .map(([kind, count, unit]): Json => ({ kind, count, unit: unit === 'year' ? 'day' : unit }))
const lasting = fc.oneof(
  shortIntervalAt.map((one): Json => ({ kind: 'excluded', ...one })),
  shortIntervalAt.map((one): Json => ({ kind: 'closure', ...one })),
)
const transit = fc.integer({ min: 0, max: 9 }).map((days): Json => ({ kind: 'transit', days }))
const factor = fc.constantFrom(1, 2, 0.5, 1.5).map((by): Json => ({ kind: 'factor', by }))

/** Facts that may stand beside any rule in days. */
export const facts = fc.array(
  fc.oneof({ weight: 3, arbitrary: lasting }, adjustment, transit, { weight: 1, arbitrary: factor }),
  { maxLength: 5 },
)
const outside = fc.array(
  fc.oneof(
    adjustment,
    transit,
    shortIntervalAt.map((one): Json => ({ kind: 'closure', ...one })),
  ),
  { maxLength: 3 },
)

const restarts = fc.array(
  fc.oneof(dateFrom('2027-10-01', 200), instant).map((at): Json => ({ kind: 'restart', at })),
  { maxLength: 2 },
)

const { period } = fc.letrec<{ period: Json; trigger: unknown }>((tie) => ({
  trigger: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: date },
    { weight: 2, arbitrary: instant },
    { weight: 1, arbitrary: tie('period') },
  ),
  period: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    {
      weight: 4,
      arbitrary: fc
        .tuple(dayRules, tie('trigger'), facts, restarts)
        .map(([rule, trigger, given, anew]): Json => ({ rule, trigger, facts: [...given, ...anew] })),
    },
    { weight: 1, arbitrary: fc.tuple(hourRule, instant).map(([rule, trigger]): Json => ({ rule, trigger })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('laterOf', 'earlierOf'),
          fc.array(tie('period'), { minLength: 1, maxLength: 3 }),
          outside,
        )
        .map(([pick, items, given]): Json => ({ rule: { [pick]: items }, facts: given })),
    },
  ),
}))

/** A request that asks when a period is due, or whether an act is in time. Some cannot be answered. */
export const request = fc
  .tuple(period, calendar, fc.option(fc.oneof(date, instant), { nil: undefined }))
  .map(([asked, given, act]): Json => ({
    ...asked,
    ...(given === undefined ? {} : { calendar: given }),
    ...(act === undefined ? {} : { ask: 'in-time', act }),
  }))

/** A request that asks for the latest trigger. */
export const latestTriggerRequest = fc.tuple(dayRules, facts, date, calendar).map(([rule, given, by, used]): Json => ({
  rule,
  facts: given,
  by,
  ask: 'latest-trigger',
  ...(used === undefined ? {} : { calendar: used }),
}))
