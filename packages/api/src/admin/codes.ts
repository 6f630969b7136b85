import { listPacks } from '@court/usecases/admin/list-packs'
import { explainInput, explainRule, rulesInForce, rulesInput } from '@court/usecases/admin/rules-in-force'
import { assignCodes, assignCodesInput, previewCodes } from '@court/usecases/codes/assign-codes'
import { procedureFor, router } from '../procedures.ts'

/** Codes of procedure: what is published, what is in force in a court on a day, and who gave each value. */
export const codesRouter = router({
  packs: procedureFor(['court-admin', 'national-admin']).query(({ ctx }) => listPacks(ctx.use)),
  rules: procedureFor(['court-admin', 'national-admin'])
    .input(rulesInput)
    .query(({ ctx, input }) => rulesInForce(ctx.use, input)),
  explain: procedureFor(['court-admin', 'national-admin'])
    .input(explainInput)
    .query(({ ctx, input }) => explainRule(ctx.use, input)),
  preview: procedureFor(['national-admin'])
    .input(assignCodesInput)
    .query(({ ctx, input }) => previewCodes(ctx.use, input)),
  assign: procedureFor(['national-admin'], { recentMinutes: 60 })
    .input(assignCodesInput)
    .mutation(({ ctx, input }) => assignCodes(ctx.use, input)),
})
