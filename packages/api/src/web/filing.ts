import { checkDraft } from '@court/usecases/filing/check-draft'
import { discardDraft } from '@court/usecases/filing/discard-draft'
import { draftPlace, saveDraftInput, startDraftInput, submitFilingInput } from '@court/usecases/filing/filing-inputs'
import { listDrafts } from '@court/usecases/filing/list-drafts'
import { quoteFiling } from '@court/usecases/filing/quote-filing'
import { saveDraft } from '@court/usecases/filing/save-draft'
import { showDraft } from '@court/usecases/filing/show-draft'
import { startDraft } from '@court/usecases/filing/start-draft'
import { submitFiling } from '@court/usecases/filing/submit-filing'
import { procedureFor, router } from '../procedures.ts'

/** A filing from its first answer to its receipt. The files of a draft are handled by `uploads`, with `target: {kind: 'draft', draftId}`. */
export const filingRouter = router({
  /** `{draftId}`; the same key gives the same draft. */
  start: procedureFor(['person'])
    .input(startDraftInput)
    .mutation(({ ctx, input }) => startDraft(ctx.use, input)),
  /** `DraftSummary[]`, the latest first. */
  drafts: procedureFor(['person']).query(({ ctx }) => listDrafts(ctx.use)),
  /** `DraftView`: everything the pages are drawn from. */
  draft: procedureFor(['person'])
    .input(draftPlace)
    .query(({ ctx, input }) => showDraft(ctx.use, input)),
  /** `SavedDraft`, or the refusal `draft.changed-elsewhere` with `facts.fields: FieldConflict[]` and `facts.version`. */
  save: procedureFor(['person'])
    .input(saveDraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx.use, input)),
  /** `FilingQuote`: fee with arithmetic and rule, procedure proposed. */
  quote: procedureFor(['person'])
    .input(draftPlace)
    .query(({ ctx, input }) => quoteFiling(ctx.use, input)),
  /** `DraftCheck`: all problems by field and step. */
  check: procedureFor(['person'])
    .input(draftPlace)
    .query(({ ctx, input }) => checkDraft(ctx.use, input)),
  /** `SubmittedFiling`: once per draft; sent again it gives the same receipt. */
  submit: procedureFor(['person'])
    .input(submitFilingInput)
    .mutation(({ ctx, input }) => submitFiling(ctx.use, input)),
  discard: procedureFor(['person'])
    .input(draftPlace)
    .mutation(({ ctx, input }) => discardDraft(ctx.use, input)),
})
