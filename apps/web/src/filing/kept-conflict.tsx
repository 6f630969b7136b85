import type { DraftView } from '@court/usecases/filing/draft-view'
import type { KeptAnswers } from '../forms/kept-answers.ts'
import { ConflictNotice } from './conflict-notice.tsx'

// After a post that met another device's answer: what was posted stands in the form, both versions above it.
export function KeptConflict({
  draft,
  kept,
  fields,
}: {
  draft: DraftView
  kept: KeptAnswers
  fields: readonly string[]
}) {
  const conflicts = fields.flatMap((field) => {
    const mine = kept.input[field]
    const theirs = draft.input[field]
    const known = draft.form.fields[field]
    if (!known || mine === undefined || JSON.stringify(mine) === JSON.stringify(theirs)) return []
    return [{ field, label: known.label, mine, theirs }]
  })
  return conflicts.length === 0 ? null : <ConflictNotice draft={draft} conflicts={conflicts} />
}
