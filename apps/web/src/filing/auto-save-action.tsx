'use server'

import { settle } from '@court/api/errors'
import type { FieldConflict } from '@court/usecases/filing/draft-view'
import { formatTime } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readForm } from '../forms/read-form.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { getApi } from '../server/api.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { FeeQuoteCard, hasQuote } from './fee-quote-card.tsx'
import { patchOf } from './patch.ts'
import { readDraft } from './read-draft.ts'

export type AutoSaved =
  | { kind: 'saved'; version: number; note: string; aside: ReactNode }
  | { kind: 'conflict'; version: number; notice: ReactNode }
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
  const saved = await settle(
    api.filing.save({
      draftId: place.draftId,
      version: Number(data.get('version')),
      patch: patchOf(draft.form, step.fields, input),
      overwrite: data.getAll('overwrite').map(String),
    }),
  )
  if (saved.ok) {
    const time = formatTime({ instant: saved.value.updatedAt.toISOString(), locale, timeZone: draft.court.zone })
    return {
      kind: 'saved',
      version: saved.value.version,
      note: t('saved', { time }),
      aside: hasQuote(draft.form, step.fields) ? <FeeQuoteCard draftId={place.draftId} /> : null,
    }
  }
  if (saved.ruleId === 'draft.changed-elsewhere') {
    const { fields, version } = saved.facts as { fields: FieldConflict[]; version: number }
    return { kind: 'conflict', version, notice: <ConflictNotice draft={draft} conflicts={fields} /> }
  }
  return { kind: 'refused', note: locale === 'en' ? saved.reason.en : saved.reason.zh }
}
