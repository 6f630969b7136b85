import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import type { CaseFacts } from './fee-quote.ts'

export type ProcedureProposal = {
  procedure: string
  title: Words
  bench: 'single' | 'panel' | 'either'
  finality: 'appealable' | 'final'
  references: Reference[]
  /** Every line of the table, in order: does it hold? */
  lines: { procedure: string; title: Words; holds: boolean; references: Reference[] }[]
}

/** Which procedure the rules propose; the first line that holds. */
export function proposeProcedure(options: CaseFacts): ProcedureProposal | null {
  throw new Error(`not yet: ${options.on}`)
}
