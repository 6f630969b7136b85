import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { newReceiptNumber } from './receipt-number.ts'
import { writeReceipt } from './write-receipt.ts'

type Handed = {
  courtId: string
  caseId: string
  today: string
  action: string
  entrySeq: number
  uploads: readonly Upload[]
}

/** Whoever hands material in to a running case gets a receipt for it, as for the filing; what the court itself files needs none. */
export async function receiptForMaterials(tx: Tx, ctx: UseCaseContext, handed: Handed): Promise<void> {
  const { today, action, ...place } = handed
  if (ctx.actor.kind !== 'person' || handed.uploads.length === 0) return
  await writeReceipt(tx, ctx, {
    ...place,
    number: newReceiptNumber(ctx, today),
    kind: action === 'submit-correction' ? 'correction' : 'material',
    personId: ctx.actor.personId,
  })
}
