import { referencesOf } from '../code/schema/reference.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { situationOf } from './fee-quote.ts'
import type { CaseFacts } from './fee-quote.ts'
import { holds } from './situation.ts'

export type ProcedureProposal = {
  procedure: string
  title: Words
  bench: 'single' | 'panel' | 'either'
  finality: 'appealable' | 'final'
  references: Reference[]
  /** Every line of the table, in order: does it hold? */
  lines: { procedure: string; title: Words; holds: boolean; references: Reference[] }[]
}

/** Which procedure the rules propose: the first line that holds in a court of that level. */
export function proposeProcedure(options: CaseFacts): ProcedureProposal | null {
  const { code } = options
  const situation = situationOf(options)
  const rules = Object.entries(code.procedures).sort(([, a], [, b]) => a.order - b.order)
  const lines = rules.map(([procedure, rule]) => ({
    procedure,
    title: rule.title,
    holds: rule.courts.includes(code.level) && holds(situation, rule.when, {}),
    references: referencesOf(rule.reference),
  }))
  const chosen = lines.find((line) => line.holds)
  const rule = chosen === undefined ? undefined : code.procedures[chosen.procedure]
  if (chosen === undefined || rule === undefined) return null
  const { procedure, title, references } = chosen
  return { procedure, title, bench: rule.bench, finality: rule.finality, references, lines }
}
