import canonicalize from 'canonicalize'
import type { Tx } from '@court/db/database'
import type { Draft } from '@court/db/generated/client'
import type { FormInput } from '@court/procedure/code/form-values'
import { authorisePerson } from '../authorise.ts'
import { keepCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, conflict, refuse, type Refusal, type Result } from '../refusal.ts'
import { alreadySubmitted } from '../uploads/upload-target.ts'
import { sealDraft } from './draft-data.ts'
import { titleOf } from './draft-title.ts'
import type { FieldConflict, SavedDraft } from './draft-view.ts'
import { saveDraftInput, type SaveDraftInput } from './filing-inputs.ts'
import { withMaterials } from '../uploads/with-materials.ts'
import { isFilledElsewhere } from './filing-input.ts'
import { checkOpenDraft, openDraft, type OpenDraft } from './open-draft.ts'
import { stepsOf } from './steps.ts'
import { loadCauses } from '../causes/load-causes.ts'
import { causeView } from '../causes/cause-view.ts'
import { causeIn } from './open-draft.ts'

/** What one person may keep in one draft, in characters of JSON. */
const charactersMax = 600_000

/**
 * Keeps what was typed, right or wrong. Only a field that another device changed since the page was drawn, to something else, is a
 * conflict; then nothing is written and both answers are given back. A draft of an earlier code is moved to the code in force.
 */
export async function saveDraft(ctx: UseCaseContext, given: SaveDraftInput): Promise<Result<SavedDraft>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const input = saveDraftInput.parse(given)
  return inNation(ctx, async (tx) => {
    // Saves of one draft come one after the other.
    await tx.$queryRaw`select 1 from draft where id = ${input.draftId}::uuid for update`
    const opened = await openDraft(tx, ctx, person.actor, input.draftId)
    if (!opened.ok) return opened
    const draft = opened.value
    if (draft.row.submittedAt) return alreadySubmitted()
    const patch = Object.fromEntries(
      Object.entries(input.patch).filter(([name]) => !isFilledElsewhere(draft.form, name)),
    )
    const conflicts = conflictsOf(draft, { ...input, patch })
    if (conflicts.length > 0) return changedElsewhere(draft, conflicts)
    const saved = patched(draft.saved, patch)
    if (JSON.stringify(saved).length > charactersMax || Object.keys(saved).length > 300) return tooLarge()
    const { byCode } = await loadCauses(tx)
    const answers = withMaterials(draft.form, saved, draft.uploads)
    const cause = byCode.get(causeIn(draft.form, answers) ?? '')
    const after: OpenDraft = { ...draft, saved, input: answers, cause: cause ? causeView(cause, byCode) : null }
    const title = titleOf(draft.form, answers, cause?.titleZh ?? null)
    const changed = Object.keys(patch).filter((name) => !isSame(draft.saved[name], saved[name]))
    const row = await writeDraft(tx, ctx, draft, { saved, title, changed })
    const { problems } = checkOpenDraft(ctx, after)
    return accepted({
      version: row.version,
      updatedAt: row.updatedAt,
      title,
      problems,
      steps: stepsOf(draft.form, answers, problems),
    })
  })
}

type Writing = { saved: FormInput; title: string; changed: readonly string[] }

/** A save that changes nothing is no new version: what was checked stays checked. */
async function writeDraft(
  tx: Tx,
  ctx: UseCaseContext,
  draft: OpenDraft,
  { saved, title, changed }: Writing,
): Promise<Draft> {
  const { row, code, court } = draft
  if (changed.length === 0 && row.codeHash === code.hash) return row
  const version = row.version + 1
  await keepCode(tx, court.courtId, code)
  return tx.draft.update({
    where: { id: row.id },
    data: {
      data: sealDraft(ctx, saved),
      version,
      fieldVersions: { ...versionsOf(draft), ...Object.fromEntries(changed.map((name) => [name, version])) },
      title,
      codeHash: code.hash,
      updatedAt: ctx.now(),
    },
  })
}

type Patch = { version: number; patch: Record<string, unknown>; overwrite: string[] }

function conflictsOf(draft: OpenDraft, { version, patch, overwrite }: Patch): FieldConflict[] {
  const versions = versionsOf(draft)
  return Object.entries(patch).flatMap(([field, mine]) => {
    const theirs = draft.saved[field]
    const isOlder = (versions[field] ?? 0) > version
    if (!isOlder || overwrite.includes(field) || isSame(theirs, mine)) return []
    return [{ field, label: draft.form.fields[field]?.label ?? { zh: field, en: field }, mine, theirs: theirs ?? null }]
  })
}

function patched(saved: FormInput, patch: Record<string, unknown>): FormInput {
  const kept = Object.entries({ ...saved, ...patch }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(kept) as FormInput
}

// Written above, field → version.
const versionsOf = ({ row }: OpenDraft) => (row.fieldVersions ?? {}) as Record<string, number>

const isSame = (a: unknown, b: unknown) => (canonicalize(a ?? null) ?? '') === (canonicalize(b ?? null) ?? '')

const changedElsewhere = (draft: OpenDraft, fields: FieldConflict[]): Refusal =>
  conflict({
    ruleId: 'draft.changed-elsewhere',
    reason: {
      zh: '您在另一台设备上改过同一处内容。两份都还在，请选择保留哪一份。',
      en: 'You changed the same answer on another device. Both are still here: choose which to keep.',
    },
    facts: { version: draft.row.version, fields },
  })

const tooLarge = (): Refusal =>
  refuse({
    kind: 'invalid',
    ruleId: 'draft.too-large',
    reason: {
      zh: '填写的文字太多，没有保存。请缩短，或者把长的内容作为材料上传。',
      en: 'This is too much text and was not saved. Shorten it, or upload long texts as material.',
    },
  })
