import type { Tx } from '@court/db/database'
import { authorisePerson } from '../authorise.ts'
import { fieldConditions } from '../codes/field-conditions.ts'
import { codeByHash } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import { materialsOf } from '../uploads/material-view.ts'
import { uploadLimits } from '../uploads/upload-limits.ts'
import { codeChanges } from './code-changes.ts'
import { consentTexts } from './consent-texts.ts'
import type { DraftView } from './draft-view.ts'
import type { DraftPlace } from './filing-inputs.ts'
import { isFilledElsewhere } from './filing-input.ts'
import { checkOpenDraft, openDraft, type OpenDraft } from './open-draft.ts'
import { stepsOf } from './steps.ts'

/** The draft under the court's code of today. When the code changed since it was last saved, the view says what is different; nothing is lost. */
export async function showDraft(ctx: UseCaseContext, { draftId }: DraftPlace): Promise<Result<DraftView>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  return inNation(ctx, async (tx) => {
    const opened = await openDraft(tx, ctx, person.actor, draftId)
    return opened.ok ? accepted(await viewOf(tx, ctx, opened.value)) : opened
  })
}

async function viewOf(tx: Tx, ctx: UseCaseContext, draft: OpenDraft): Promise<DraftView> {
  const { row, court, code, formId, form, input } = draft
  const { problems, filer } = checkOpenDraft(ctx, draft)
  const before = row.codeHash === code.hash ? code : await codeByHash(tx, row.codeHash)
  return {
    draftId: row.id,
    version: row.version,
    title: row.title,
    updatedAt: row.updatedAt,
    court,
    submitted:
      row.submittedCaseId && row.submittedAt
        ? { courtSlug: court.slug, caseId: row.submittedCaseId, at: row.submittedAt }
        : null,
    formId,
    form,
    lists: {
      today: court.today,
      roles: code.roles,
      consents: consentTexts(code),
      reasons: code.reasons,
      materials: code.materials,
    },
    input,
    conditions: fieldConditions({ code, formId, input, context: { today: court.today } }),
    materials: materialsOf(draft.uploads),
    limits: uploadLimits(code),
    steps: stepsOf(form, input, problems),
    problems,
    filer: filer && { role: filer.role, partyId: filer.partyId },
    code: {
      hash: code.hash,
      packs: code.packs,
      receivesFilings: draft.receivesFilings,
      hasChanged: before.hash !== code.hash,
      changes: codeChanges(before, code, formId),
    },
    noLongerAsked: Object.entries(draft.saved).flatMap(([field, value]) =>
      form.fields[field] || isFilledElsewhere(form, field)
        ? []
        : [{ field, label: before.forms[formId]?.fields[field]?.label ?? { zh: field, en: field }, value }],
    ),
  }
}
