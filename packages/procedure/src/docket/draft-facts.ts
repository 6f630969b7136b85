import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Party } from './case-state.ts'
import type { JsonObject } from './entry.ts'

/** The facts a draft would have if it were submitted as it stands, for live quotes. What is not filled in yet reads as empty. */
export function factsOfDraft(options: { code: ResolvedCode; action: string; input: JsonObject; today: string }): {
  facts: JsonObject
  parties: Party[]
} {
  throw new Error(`not yet: ${options.action}`)
}
