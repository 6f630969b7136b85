import type { Tx } from '@court/db/database'
import type { Draft, Upload } from '@court/db/generated/client'
import type { FormInput } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import type { PersonActor } from '../actor.ts'
import { causeView, type CauseView } from '../causes/cause-view.ts'
import { loadCauses } from '../causes/load-causes.ts'
import { codeByHash, loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { checkFiling, type CheckedFiling, type Filing } from './check-filing.ts'
import { openDraftData } from './draft-data.ts'
import { withMaterials } from '../uploads/with-materials.ts'
import { readFilerAccount, type FilerAccount } from './find-filer.ts'

export const filingAction = 'submit-filing'

/** A draft with all that is needed to show, check or submit it, under the code in force today. */
export type OpenDraft = {
  row: Draft
  court: CourtBrief
  code: ResolvedCode
  /** False when the court has no code for filings today: `code` is then the one that the draft was begun under. */
  receivesFilings: boolean
  formId: string
  form: Form
  /** As it was typed, by field; materials and signature are not among them. */
  saved: FormInput
  input: FormInput
  uploads: Upload[]
  account: FilerAccount
  cause: CauseView | null
}

/** Reads inside the caller's transaction. Another person's draft is as absent as one that never was. */
export async function openDraft(
  tx: Tx,
  ctx: UseCaseContext,
  actor: PersonActor,
  draftId: string,
): Promise<Result<OpenDraft>> {
  const row = await tx.draft.findUnique({ where: { id: draftId } })
  const court = row && (await courtBrief(tx, ctx, { id: row.courtId }))
  if (!row || !court || row.personId !== actor.personId) return notFound()
  const current = await loadCode(tx, ctx, { courtId: row.courtId, on: court.today })
  const now = current && formOf(current)
  const code = now ? current : await codeByHash(tx, row.codeHash)
  const { formId, form } = now ?? formOf(code) ?? brokenDraft(row)
  const uploads = await tx.upload.findMany({ where: { draftId, status: 'ready' }, orderBy: { position: 'asc' } })
  const saved = openDraftData(ctx, row.data)
  const input = withMaterials(form, saved, uploads)
  const { byCode } = await loadCauses(tx)
  const chosen = byCode.get(causeIn(form, input) ?? '')
  return accepted({
    row,
    court,
    code,
    receivesFilings: now !== null && court.status === 'open',
    formId,
    form,
    saved,
    input,
    uploads,
    account: await readFilerAccount(tx, actor.personId, court.today),
    cause: chosen ? causeView(chosen, byCode) : null,
  })
}

export function checkOpenDraft(ctx: UseCaseContext, draft: OpenDraft): CheckedFiling {
  const filing: Filing = { ...draft, today: draft.court.today, isCauseKnown: draft.cause !== null }
  return checkFiling(ctx, filing)
}

/** The form of the code by which a case is begun. */
export function formOf(code: ResolvedCode): { formId: string; form: Form } | null {
  const formId = code.actions[filingAction]?.form
  const form = formId === undefined ? undefined : code.forms[formId]
  return formId !== undefined && form ? { formId, form } : null
}

export function causeIn(form: Form, input: FormInput): string | null {
  const name = Object.keys(form.fields).find((one) => form.fields[one]?.type === 'cause')
  const value = name === undefined ? undefined : input[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function brokenDraft(row: Draft): never {
  throw new Error(`the code ${row.codeHash} of the draft ${row.id} has no form for filings`)
}

export const noFilingsHere = (): Refusal =>
  refuse({
    ruleId: 'court.no-filings',
    reason: {
      zh: '该法院目前不在线接收起诉。您填写的内容都还在；请换一个有管辖权的法院，或到该法院诉讼服务中心办理。',
      en: 'This court does not receive filings online at present. What you filled in is kept; choose another court that is competent, or go to this court’s service centre.',
    },
  })
