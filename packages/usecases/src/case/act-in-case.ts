import type { Tx } from '@court/db/database'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { receiptForMaterials } from '../receipts/receipt-for-materials.ts'
import { accepted, type Result } from '../refusal.ts'
import { allocate, foresee } from './allocate.ts'
import { actionOf, changedSince, decideAction, noSuchAction, prepareAction } from './decide-action.ts'
import type { OpenCase } from './open-case.ts'
import type { ActionDone } from './page/case-page-types.ts'
import { recordDecision } from './record-decision.ts'
import { particularsProblem, saveParticulars } from './save-particulars.ts'

export type Act = {
  action: string
  input: JsonObject
  /** The end of the docket that the actor saw; left out by the platform, which acts on what is there. */
  headSeq?: number
}

/**
 * Does an action in a case that was opened with `lock`. First it is decided with foreseen allocations, so that what the code refuses
 * costs no number; then number and judge are allocated, and it is decided and recorded for good.
 */
export async function actInCase(tx: Tx, ctx: UseCaseContext, open: OpenCase, act: Act): Promise<Result<ActionDone>> {
  const rule = actionOf(open, act.action)
  if (!rule) return noSuchAction()
  const changed = act.headSeq === undefined ? null : await changedSince(tx, open, act.headSeq)
  if (changed) return changed
  const prepared = await prepareAction(tx, ctx, open, act)
  const wanted = wantedOf(open, act.action)
  const rehearsal = decideAction(open, prepared, (await foresee(tx, ctx, wanted)).allocated)
  if (!rehearsal.ok) return rehearsal
  const problem = particularsProblem(open, prepared)
  if (problem) return problem
  const allocated = await allocate(tx, ctx, wanted)
  if (!allocated.ok) return allocated
  const decision = decideAction(open, prepared, allocated.value)
  if (!decision.ok) return decision
  const { court, row, code, entries } = open
  const recorded = await recordDecision(tx, ctx, {
    court,
    caseId: row.id,
    code,
    before: entries,
    decision,
    action: act.action,
    particulars: async () => {
      await saveParticulars(tx, ctx, { open, prepared, written: decision.entries })
      const place = { courtId: court.courtId, caseId: row.id, today: court.today, action: act.action }
      const entrySeq = decision.entries[0]?.seq ?? 0
      await receiptForMaterials(tx, ctx, { ...place, entrySeq, uploads: prepared.uploads })
    },
  })
  if (!recorded.ok) return recorded
  const { caseId, headSeq, state, caseNumber } = recorded.value
  return accepted({
    caseId,
    headSeq,
    state,
    caseNumber,
    title: rule.title,
    judge: await drawnJudge(tx, open, decision.state.judge),
  })
}

/** What numbering and drawing must know of the case. */
export const wantedOf = ({ court, row, code, people }: OpenCase, action: string) => ({
  courtId: court.courtId,
  code,
  action,
  today: court.today,
  unitId: row.unitId,
  judgeId: row.judgeId,
  partyNames: [...people.parties.map(({ name }) => name), ...people.representations.map(({ name }) => name)],
})

async function drawnJudge(tx: Tx, { court, state }: OpenCase, judge: string | null): Promise<ActionDone['judge']> {
  if (judge === null || judge === state.judge) return null
  return tx.staffMember.findUnique({
    where: { courtId_id: { courtId: court.courtId, id: judge } },
    select: { id: true, name: true },
  })
}
