import type { DraftView, StepView } from '@court/usecases/filing/draft-view'
import { SubmitButton } from '@court/ui/submit-button'
import { formatTime } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { FormErrors } from '../forms/form-errors.tsx'
import { FormFields } from '../forms/form-fields.tsx'
import { keptAnswers, postedForm } from '../forms/kept-answers.ts'
import { readForm } from '../forms/read-form.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { saveStep } from './actions.ts'
import { autoSave } from './auto-save-action.tsx'
import { AutoSave } from './auto-save.tsx'
import { drawDraft } from './draw-draft.ts'
import { FeeQuoteCard, hasQuote } from './fee-quote-card.tsx'
import { KeptConflict } from './kept-conflict.tsx'
import { stepDoors } from './step-doors.tsx'
import { StepIntro } from './step-intro.tsx'

export async function StepForm({
  draft,
  step,
  search,
}: {
  draft: DraftView
  step: StepView
  search: {
    checked?: string | undefined
    conflict?: string | undefined
    q?: string | undefined
    from?: string | undefined
  }
}) {
  const [t, say, { locale }, kept] = await Promise.all([
    getTranslations('filing'),
    getSay(),
    readPreferences(),
    keptAnswers(),
  ])
  const posted = kept?.posted ? postedForm(kept.posted) : null
  const typed = posted ? readForm(draft.form, posted, step.fields) : kept?.reason ? kept.input : {}
  const shown: DraftView = { ...draft, input: { ...draft.input, ...typed } }
  const drawing = drawDraft({
    draft: shown,
    fields: step.fields,
    isChecked: search.checked === '1',
    doors: {},
    say,
    locale,
  })
  drawing.doors = { ...drawing.doors, ...(await stepDoors({ draft: shown, step, drawing, query: search.q })) }
  const place = { draftId: draft.draftId, step: step.id }
  const time = formatTime({ instant: draft.updatedAt.toISOString(), locale, timeZone: draft.court.zone })
  return (
    <div>
      <FormErrors errors={drawing.errors} reason={search.conflict ? undefined : kept?.reason} say={say} />
      <StepIntro draft={draft} step={step} say={say} />
      <form
        key={`${step.id}-${draft.version}`}
        action={saveStep.bind(null, place)}
        className="mt-6 space-y-7"
        noValidate
      >
        {search.from === 'check' ? <input type="hidden" name="from" value="check" /> : null}
        {search.conflict && kept ? <KeptConflict draft={draft} kept={kept} fields={step.fields} /> : null}
        <FormFields drawing={drawing} only={step.fields} />
        <AutoSave
          save={autoSave.bind(null, place)}
          version={posted ? Number(posted.get('version')) : draft.version}
          initialNote={t('saved', { time })}
          words={{ saving: t('saving'), unsaved: t('unsaved') }}
        >
          {hasQuote(draft.form, step.fields) ? <FeeQuoteCard draftId={draft.draftId} /> : null}
        </AutoSave>
        <SubmitButton pendingLabel={t('saving')} size="large">
          {t('saveAndContinue')}
        </SubmitButton>
      </form>
    </div>
  )
}
