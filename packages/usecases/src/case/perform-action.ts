import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { oncePerKey } from '../idempotency.ts'
import { spend, type Limit } from '../rate-limit.ts'
import { notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { actInCase, type Act } from './act-in-case.ts'
import type { PerformActionInput } from './case-inputs.ts'
import { decideAction, prepareAction } from './decide-action.ts'
import { hasDoorOfItsOwn } from './own-doors.ts'
import { inCourt } from './in-court.ts'
import { courtIdFor, openCase, type OpenCase } from './open-case.ts'
import type { ActionDone } from './page/case-page-types.ts'

/**
 * Does any action of the code of a case: decided by the engine, recorded with all that follows. The same key twice is one act. Of two
 * who act on the same page the second is told what the first did.
 */
export async function performAction(ctx: UseCaseContext, input: PerformActionInput): Promise<Result<ActionDone>> {
  const { courtSlug, caseId, key, ...act } = input
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, (tx) =>
    oncePerKey(tx, ctx, { key, request: input }, async () => {
      const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
      if (!open.ok) return open
      const tooMany = await spend(tx, ctx, limitsOf(ctx))
      if (tooMany) return tooMany
      return hasDoorOfItsOwn(act.action) ? refuseHere(tx, ctx, open.value, act) : actInCase(tx, ctx, open.value, act)
    }),
  )
}

/** What the code says against it comes first, as for any action; what it would allow is done at its own door. */
async function refuseHere(tx: Tx, ctx: UseCaseContext, open: OpenCase, act: Act): Promise<Refusal> {
  const decision = decideAction(open, await prepareAction(tx, ctx, open, act))
  return decision.ok ? otherDoor() : decision
}

const otherDoor = () =>
  refuse({
    ruleId: 'case.other-door',
    reason: {
      zh: '此事在询问的页面办理，请从案件的“询问”进入。',
      en: 'This is done on the page of the hearing. Open it from the hearings of the case.',
    },
  })

/** No party has a reason to act on its cases more often; it keeps the inbox of the court from being flooded. */
function limitsOf({ actor }: UseCaseContext): Limit[] {
  return actor.kind === 'person'
    ? [{ name: 'case-act.person', subject: actor.personId, max: 60, windowSeconds: 3600 }]
    : []
}
