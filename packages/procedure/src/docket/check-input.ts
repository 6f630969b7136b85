import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Words } from '../code/schema/words.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import type { ClockView } from './clocks.ts'
import type { JsonObject } from './entry.ts'

export type CheckContext = {
  code: ResolvedCode
  /** The case; absent for a new filing. */
  state?: CaseState | undefined
  /** The day in the court's zone, YYYY-MM-DD. */
  today: string
  actor?: Acting | undefined
  clocks?: readonly ClockView[] | undefined
}

/**
 * What is wrong with a filled-in form, by field (`amountFen`, `claims.0.text`, `parties.1.name`); empty when nothing is.
 * The filer's page, the clerk's page and `decide` all ask this.
 */
export function checkInput(form: string, input: JsonObject, context: CheckContext): Record<string, Words> {
  throw new Error(`not yet: ${form} ${Object.keys(input).length} ${context.today}`)
}

/** What the form offers at first: the values of its `prefill` expressions. */
export function prefill(form: string, context: CheckContext): JsonObject {
  throw new Error(`not yet: ${form} ${context.today}`)
}
