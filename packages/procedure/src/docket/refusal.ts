import type { Words } from '../code/schema/words.ts'

/** Why something may not be done: the rule that says so, and what to tell the person. A value, never thrown. */
export type EngineRefusal = {
  ok: false
  /** `<action>.<guard>`, `<action>.by`, `<action>.from`, `<action>.identity-level`, `<action>.form`, `<action>.materials`, `<period>.extends`. */
  ruleId: string
  reason: Words
  facts: Record<string, unknown>
  /** Fields of the form that need another look: `claims.0.amountFen` → what to do. */
  fields?: Record<string, Words>
}

export function refusal(
  ruleId: string,
  reason: Words,
  facts: Record<string, unknown> = {},
  fields?: Record<string, Words>,
): EngineRefusal {
  return { ok: false, ruleId, reason, facts, ...(fields && { fields }) }
}
