import type { OpenCase } from '../case/open-case.ts'
import type { Refusal } from '../refusal.ts'
import { earliestDayOf } from './plan-hearing.ts'

/** A day that is too near is refused with the first day that is possible, and why. */
export function whyNotThen(refusal: Refusal, open: OpenCase): Refusal {
  if (!refusal.ruleId.endsWith('.told-in-time')) return refusal
  const { earliestDay, earliestBecause } = earliestDayOf(open)
  return {
    ...refusal,
    reason: {
      zh: `${refusal.reason.zh}${earliestBecause.zh}`,
      en: `${refusal.reason.en} ${earliestBecause.en}`,
    },
    facts: { ...refusal.facts, earliestDay },
    fields: { ...refusal.fields, day: earliestBecause },
  }
}
