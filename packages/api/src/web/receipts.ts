import { checkFile, checkFileInput, checkReceipt, checkReceiptInput } from '@court/usecases/receipts/check-receipt'
import { receiptsOfCase, receiptsOfCaseInput } from '@court/usecases/receipts/receipts-of-case'
import { procedureFor, router } from '../procedures.ts'

export const receiptsRouter = router({
  /** `ReceiptView[]`: one's own in a case; for staff all. */
  byCase: procedureFor(['person', 'staff'])
    .input(receiptsOfCaseInput)
    .query(({ ctx, input }) => receiptsOfCase(ctx.use, input)),
  /** `CheckedReceipt`: for anybody who holds the number. */
  check: procedureFor(['anyone'])
    .input(checkReceiptInput)
    .query(({ ctx, input }) => checkReceipt(ctx.use, input)),
  /** `CheckedFile`: whether a file of this hash was handed in with the receipt. */
  checkFile: procedureFor(['anyone'])
    .input(checkFileInput)
    .query(({ ctx, input }) => checkFile(ctx.use, input)),
})
