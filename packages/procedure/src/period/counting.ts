import { formatDate } from '../calendar/plain-date.ts'
import { instantOf } from '../calendar/zone.ts'
import type { Zone } from '../calendar/zone.ts'
import type { CourtDayInquiry } from './court-day-inquiry.ts'
import type { ExcludedDays } from './excluded-days.ts'
import { instantText } from './instant-text.ts'
import type { Part } from './model.ts'
import { makeStep } from './proof.ts'
import type { ProofStep, StepFields, StepKind } from './proof.ts'
import type { Reason } from './words.ts'

/** What one counting carries with it. */
export type Counting = {
  readonly inquiry: CourtDayInquiry
  readonly zone: Zone
  /** Where the proof is written; absent while only the date is wanted. */
  readonly steps?: ProofStep[]
  /** Closures are left backward whatever the rule says: only for the bound of the latest trigger. */
  readonly leavesClosuresBackward?: boolean
}

/** Where a part ends: a day, the time of day on it, the instant; and what facts outside need to go on from there. */
export type End = {
  readonly day: number
  readonly timeMs: number
  readonly ms: number
  readonly part: Part
  readonly start: number
  readonly excluded: ExcludedDays
}

/** Writes one step of the proof. `place` is the path of the rule; the request's own rule needs none. */
export function note(
  { steps }: Counting,
  place: string,
  step: StepKind,
  date: number,
  reason: Reason,
  fields?: () => StepFields,
): void {
  if (!steps) return
  steps.push(
    makeStep(steps.length + 1, step, place === 'rule' ? '' : place, formatDate(date), reason, fields?.() ?? {}),
  )
}

export function dueAtText(end: Pick<End, 'day' | 'timeMs' | 'ms'>): string {
  return instantText(end, end.ms)
}

export function endOn(zone: Zone, day: number, timeMs: number): { day: number; timeMs: number; ms: number } {
  return { day, timeMs, ms: instantOf(zone, day, timeMs) }
}
