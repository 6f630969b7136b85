'use server'

import { settle } from '@court/api/errors'
import type { FieldConflict } from '@court/usecases/filing/draft-view'
import { formatTime } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readForm } from '../forms/read-form.ts'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../server/api.ts'
import { conflictChoices } from './conflict-choice.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { FeeQuoteCard, hasQuote } from './fee-quote-card.tsx'
import { patchOf } from './patch.ts'
import { readDraft } from './read-draft.ts'

export type AutoSaved =
  | { kind: 'saved'; version: number; note: string; aside: ReactNode; isDrawnAnew: boolean }
  | { kind: 'conflict'; note: string; notice: ReactNode }
  | { kind: 'refused'; note: string }

// Keeps what stands in the form now. What the page shows beside it (what it would cost) comes back fresh.
export async function autoSave(place: { draftId: string; step: string }, data: FormData): Promise<AutoSaved> {
  const [draft, t, { locale }, api] = await Promise.all([
    readDraft(place.draftId),
    getTranslations('filing'),
    readPreferences(),
    getApi(),
  ])
  const step = draft.steps.find((one) => one.id === place.step)
  if (!step) return { kind: 'refused', note: t('saveRefused') }
  const input = readForm(draft.form, data, step.fields)
  const chosen = conflictChoices(data, step.fields)
  const saved = await settle(
    api.filing.save({
      draftId: place.draftId,
      version: Number(data.get('version')),
      patch: patchOf(draft.form, step.fields, input, chosen.theirs),
      overwrite: chosen.mine,
    }),
  )
  if (saved.ok) {
    const time = formatTime({ instant: saved.value.updatedAt.toISOString(), locale, timeZone: draft.court.zone })
    return {
      kind: 'saved',
      version: saved.value.version,
      note: t('saved', { time }),
      isDrawnAnew: chosen.theirs.length > 0,
      aside: hasQuote(draft.form, step.fields) ? <FeeQuoteCard draftId={place.draftId} /> : null,
    }
  }
  if (saved.ruleId === 'draft.changed-elsewhere') {
    const { fields } = saved.facts as { fields: FieldConflict[] }
    return { kind: 'conflict', note: t('conflictTitle'), notice: <ConflictNotice draft={draft} conflicts={fields} /> }
  }
  return { kind: 'refused', note: locale === 'en' ? saved.reason.en : saved.reason.zh }
}
