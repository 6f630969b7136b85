import { z } from 'zod'
import { openCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, signInNeeded, type Result } from '../refusal.ts'
import { receiptView, type ReceiptView } from './receipt-view.ts'

export const receiptsOfCaseInput = z.strictObject({ courtId: z.uuid(), caseId: z.uuid() })

/** What the court has given receipts for in a case: to whoever may read the case. A person sees their own. */
export async function receiptsOfCase(
  ctx: UseCaseContext,
  { courtId, caseId }: z.infer<typeof receiptsOfCaseInput>,
): Promise<Result<ReceiptView[]>> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind === 'staff' && actor.courtId !== courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    if (!open.ok) return open
    const mine = actor.kind === 'person' ? { personId: actor.personId } : {}
    const rows = await tx.receipt.findMany({
      where: { courtId, caseId, ...mine },
      orderBy: [{ at: 'asc' }, { entrySeq: 'asc' }],
    })
    return accepted(rows.map(receiptView))
  })
}
