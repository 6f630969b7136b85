import { feeQuote } from './fee-quote.ts'
import { proposeProcedure } from './procedure.ts'
import type { Situation } from './situation.ts'

/** What the rules propose for a case as it stands: its procedure (the one it has, when it has one) and its fee. */
export function propose({ code, state, today }: Situation): { procedure: string; feeFen: number } {
  const facts = { ...state.facts }
  const options = { code, facts, parties: state.parties, on: today }
  const has = facts['procedure']
  const procedure = typeof has === 'string' && has !== '' ? has : (proposeProcedure(options)?.procedure ?? '')
  const quote = feeQuote({ ...options, facts: { ...facts, procedure } })
  return { procedure, feeFen: quote.ok ? quote.feeFen : 0 }
}
