import type { Tx } from '@court/db/database'
import { prefill } from '@court/procedure/docket/check-input'
import type { JsonObject } from '@court/procedure/docket/entry'
import { feeQuote } from '@court/procedure/docket/fee-quote'
import { nextSteps } from '@court/procedure/docket/next'
import { proposeProcedure } from '@court/procedure/docket/procedure'
import { decide } from '@court/procedure/docket/decide'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { actionOptions } from './action-options.ts'
import type { ActionPlace } from './case-inputs.ts'
import { actionOf } from './decide-action.ts'
import { courtIdFor, openCase, type OpenCase } from './open-case.ts'
import type { ActionForm, ActionView } from './page/case-page-types.ts'
import { roleView } from './page/role-view.ts'
import { actionView } from './page/view-actions.ts'
import { courtView } from './page/view-head.ts'

/** The form of an action of the code, filled in as far as the code knows, with everything that can be chosen. */
export async function showActionForm(ctx: UseCaseContext, input: ActionPlace): Promise<Result<ActionForm>> {
  const courtId = await courtIdFor(ctx, input.courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId: input.caseId })
    if (!open.ok) return open
    const view = viewOf(open.value, input.action)
    if (!view) return notFound()
    // Whose form it is not gets the rule that says so, and nothing of what could be chosen.
    if (view.allowed !== true && view.allowed.ruleId === `${input.action}.by`) return view.allowed
    return accepted(await formOf(tx, open.value, view))
  })
}

async function formOf(tx: Tx, open: OpenCase, view: ActionView): Promise<ActionForm> {
  const { code, state, clocks, acting, court, row, entries } = open
  const formId = code.actions[view.action]?.form ?? null
  const form = formId === null ? null : (code.forms[formId] ?? null)
  const { fee, feeByProcedure, procedure } = proposals(open, view.action)
  const values: JsonObject =
    formId === null ? {} : prefill(formId, { code, state, today: court.today, actor: acting, clocks })
  if (form?.fields['procedure'] && values['procedure'] === undefined && procedure?.proposed)
    values['procedure'] = procedure.proposed
  if (form?.fields['feeFen'] && values['feeFen'] === undefined && fee) values['feeFen'] = fee.feeFen
  return {
    court: courtView(open),
    caseId: row.id,
    action: view,
    formId,
    form,
    values,
    options: await actionOptions(tx, open, form),
    today: court.today,
    headSeq: entries.at(-1)?.seq ?? 0,
    fee,
    feeByProcedure,
    procedure,
  }
}

/** What the rules say of fee and procedure, for forms that ask for them. */
function proposals(open: OpenCase, action: string): Pick<ActionForm, 'fee' | 'feeByProcedure' | 'procedure'> {
  const { code, state, court } = open
  const fields = code.forms[code.actions[action]?.form ?? '']?.fields ?? {}
  const asked = { code, facts: state.facts, parties: state.parties, on: court.today }
  const proposal = fields['procedure'] ? proposeProcedure(asked) : null
  const facts = proposal ? { ...state.facts, procedure: proposal.procedure } : state.facts
  const quote = fields['feeFen'] ? feeQuote({ ...asked, facts }) : null
  const lines = fields['feeFen'] ? (proposal?.lines ?? []) : []
  return {
    feeByProcedure: lines.flatMap(({ procedure, title }) => {
      const one = feeQuote({ ...asked, facts: { ...state.facts, procedure } })
      return one.ok ? [{ procedure, title, feeFen: one.feeFen }] : []
    }),
    procedure: proposal && { proposed: proposal.procedure, lines: proposal.lines },
    fee: quote?.ok
      ? { feeFen: quote.feeFen, title: quote.title, steps: quote.steps, references: quote.references }
      : null,
  }
}

/** The action among the next steps; one that the state or the role forbids is shown with the rule that does. */
function viewOf(open: OpenCase, action: string): ActionView | null {
  const rule = actionOf(open, action)
  if (!rule) return null
  const { entries, code, acting, now } = open
  const step = nextSteps(entries, code, acting, now).find((one) => one.action === action)
  if (step) return actionView(step, code)
  const refused = decide({ entries, code, action, actor: acting, input: {}, now })
  return {
    action,
    title: rule.title,
    by: rule.by.map((role) => roleView(code, role)),
    references: [],
    allowed: refused.ok ? true : refused,
    hasForm: rule.form !== undefined,
    isDangerous: rule.danger === true,
    confirm: rule.confirm ?? null,
    page: rule.page ?? null,
    due: null,
    clockKey: null,
    order: rule.order,
  }
}
