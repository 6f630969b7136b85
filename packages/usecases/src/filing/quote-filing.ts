import { authorisePerson } from '../authorise.ts'
import { factsOfDraft } from '@court/procedure/docket/draft-facts'
import type { JsonObject } from '@court/procedure/docket/entry'
import { feeQuote, type FeeQuote } from '@court/procedure/docket/fee-quote'
import { proposeProcedure, type ProcedureProposal } from '@court/procedure/docket/procedure'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import type { DraftPlace } from './filing-inputs.ts'
import { filingAction, openDraft, type OpenDraft } from './open-draft.ts'

export type FilingQuote = {
  amountFen: number
  /** What the rules propose for the case as it stands; the court decides at docketing. */
  procedure: ProcedureProposal | null
  /** With its arithmetic and its rule, in the procedure proposed. */
  fee: FeeQuote
}

/** What the case would cost, and how it would be heard, as far as it is filled in. */
export async function quoteFiling(ctx: UseCaseContext, { draftId }: DraftPlace): Promise<Result<FilingQuote>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  return inNation(ctx, async (tx) => {
    const opened = await openDraft(tx, ctx, person.actor, draftId)
    return opened.ok ? accepted(quoteOf(opened.value)) : opened
  })
}

export function quoteOf({ code, input, court }: Pick<OpenDraft, 'code' | 'input' | 'court'>): FilingQuote {
  const on = court.today
  const { facts, parties } = factsOfDraft({ code, action: filingAction, input: input as JsonObject, today: on })
  const procedure = proposeProcedure({ code, facts, parties, on })
  const fee = feeQuote({ code, facts: { ...facts, ...(procedure && { procedure: procedure.procedure }) }, parties, on })
  const { amountFen } = facts
  return { amountFen: typeof amountFen === 'number' ? amountFen : 0, procedure, fee }
}
