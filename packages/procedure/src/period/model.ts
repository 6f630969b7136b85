// A period request as it was understood: every default filled in, dates as day numbers, times of day in milliseconds.
// The words are those of court-code.md §1.

export const dayUnits = ['day', 'court-day', 'week', 'month', 'year'] as const
export const units = ['day', 'hour', 'court-day', 'week', 'month', 'year'] as const
export type DayUnit = (typeof dayUnits)[number]
export type Unit = (typeof units)[number]

export type Length<U extends Unit = Unit> = { readonly count: number; readonly unit: U }
export type Interval = { readonly from: number; readonly to: number }

/** A rule counted in days or longer. */
export type DayPart = {
  readonly kind: 'days'
  /** Where the rule stands in the request: `rule`, `rule.then[0]`. */
  readonly path: string
  readonly lengths: readonly Length<DayUnit>[]
  readonly shortUpTo?: Length<DayUnit>
  readonly isBackward: boolean
  readonly isFirstDayIncluded: boolean
  readonly isLastDayExcluded: boolean
  readonly roll: Roll
  /** Time of day in milliseconds at which the day is over for events. */
  readonly cutoffMs?: number
  readonly cutoffTo: 'day' | 'court-day'
  readonly startsOnCourtDay: boolean
  /** Time of day in milliseconds at which the last day ends, or that of the trigger. */
  readonly endAt: number | 'trigger'
  readonly countsStandstill: boolean
}

/** A rule counted in hours. */
export type HourPart = {
  readonly kind: 'hours'
  readonly path: string
  readonly count: number
  readonly fromNextFull: boolean
  readonly roll: Roll
}

export type Roll = 'next' | 'previous' | 'none'
export type Part = DayPart | HourPart

/** A rule with its `then` parts in a row, or the choice between periods. */
export type Rule =
  | { readonly kind: 'parts'; readonly parts: readonly [Part, ...Part[]] }
  | { readonly kind: 'choice'; readonly pick: 'later' | 'earlier'; readonly items: readonly Period[] }

/** A rule with its event and facts; `path` is where the whole stands (`''` for the request itself). */
export type Period = {
  readonly path: string
  readonly rule: Rule
  /** Absent beside a choice, and while the latest trigger is looked for. */
  readonly trigger?: Trigger
  readonly facts: Facts
}

export type Trigger =
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'period'; readonly period: Period }

export type Adjustment = Length<DayUnit> & {
  readonly kind: 'extension' | 'shortening'
  /** Place in the list of facts: a restart listed after it makes it fall away. */
  readonly index: number
}

export type Restart = { readonly at: Trigger; readonly index: number; readonly path: string }

/** Facts by kind. Excluded days and closures are joined: sorted, without overlap. */
export type Facts = {
  readonly excluded: readonly Interval[]
  readonly closures: readonly Interval[]
  readonly transitDays: number
  readonly factors: readonly number[]
  readonly adjustments: readonly Adjustment[]
  readonly restarts: readonly Restart[]
  /** Path of the first fact of each kind that was given. */
  readonly paths: Partial<Record<FactKind, string>>
}

export const factKinds = ['excluded', 'transit', 'extension', 'shortening', 'factor', 'restart', 'closure'] as const
export type FactKind = (typeof factKinds)[number]

export const noFacts: Facts = {
  excluded: [],
  closures: [],
  transitDays: 0,
  factors: [],
  adjustments: [],
  restarts: [],
  paths: {},
}
