import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import type { FeeStep } from '../fee/compute-fee.ts'
import type { Party } from './case-state.ts'
import type { JsonObject } from './entry.ts'

export type CaseFacts = {
  code: ResolvedCode
  /** Facts of the case or of a draft (`factsOfDraft`): amountFen, procedure, cause … */
  facts: JsonObject
  parties?: readonly Party[] | undefined
  /** The day, YYYY-MM-DD. */
  on: string
}

export type FeeQuote =
  | {
      ok: true
      feeFen: number
      /** Fee rule of the code. */
      rule: string
      title: Words
      references: Reference[]
      tariff: string
      isHalved: boolean
      steps: FeeStep[]
    }
  | { ok: false; rule?: string; reason: Words }

/** What the case pays to be heard, with the arithmetic and the rule. */
export function feeQuote(options: CaseFacts): FeeQuote {
  throw new Error(`not yet: ${options.on}`)
}
