import {
  actionPlace,
  casePlace,
  myCasesInput,
  performActionInput,
  previewActionInput,
  reviewMaterialInput,
  unmaskInput,
} from '@court/usecases/case/case-inputs'
import { checkFiled } from '@court/usecases/case/check-filed'
import { performAction } from '@court/usecases/case/perform-action'
import { previewAction } from '@court/usecases/case/preview-action'
import { reviewMaterial } from '@court/usecases/case/review-material'
import { showActionForm } from '@court/usecases/case/show-action-form'
import { showCase } from '@court/usecases/case/show-case'
import { listLooks } from '@court/usecases/audit-log/list-looks'
import { unmaskParty } from '@court/usecases/case/unmask-party'
import { verifyDocket } from '@court/usecases/case/verify-docket'
import { listMyCases } from '@court/usecases/my-cases/list-my-cases'
import { procedureFor, router } from '../procedures.ts'

/** Cases, for those who stand in them and for the staff of their court. Another court's case is absent. */
export const casesRouter = router({
  mine: procedureFor(['person'])
    .input(myCasesInput)
    .query(({ ctx, input }) => listMyCases(ctx.use, input)),
  page: procedureFor(['person', 'staff'])
    .input(casePlace)
    .query(({ ctx, input }) => showCase(ctx.use, input)),
  actionForm: procedureFor(['person', 'staff'])
    .input(actionPlace)
    .query(({ ctx, input }) => showActionForm(ctx.use, input)),
  preview: procedureFor(['person', 'staff'])
    .input(previewActionInput)
    .query(({ ctx, input }) => previewAction(ctx.use, input)),
  perform: procedureFor(['person', 'staff'])
    .input(performActionInput)
    .mutation(({ ctx, input }) => performAction(ctx.use, input)),
  checkFiled: procedureFor(['filing-clerk', 'filing-judge', 'filing-chief'])
    .input(casePlace)
    .query(({ ctx, input }) => checkFiled(ctx.use, input)),
  reviewMaterial: procedureFor(['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'judge'])
    .input(reviewMaterialInput)
    .mutation(({ ctx, input }) => reviewMaterial(ctx.use, input)),
  unmask: procedureFor(['person', 'staff'])
    .input(unmaskInput)
    .mutation(({ ctx, input }) => unmaskParty(ctx.use, input)),
  /** `Look[]`: who had masked data of one's own party shown in full; for staff the own looks. */
  looks: procedureFor(['person', 'staff'])
    .input(casePlace)
    .query(({ ctx, input }) => listLooks(ctx.use, input)),
  verify: procedureFor(['person', 'staff'])
    .input(casePlace)
    .query(({ ctx, input }) => verifyDocket(ctx.use, input)),
})
