import type { DraftView, StepView } from '@court/usecases/filing/draft-view'
import { Alert } from '@court/ui/alert'
import { buttonClass } from '@court/ui/button-class'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { FormErrors } from '../forms/form-errors.tsx'
import { FormFields } from '../forms/form-fields.tsx'
import { keptAnswers } from '../forms/kept-answers.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getActor } from '../server/viewer.ts'
import { CheckAnswers } from './check-answers.tsx'
import { drawDraft } from './draw-draft.ts'
import { FeeQuoteCard } from './fee-quote-card.tsx'
import { draftPath } from './read-draft.ts'
import { submitFiling } from './submit-action.ts'

// The last page: everything once more, what is still missing, the signature, one button.
export async function SignStep({ draft, step, isChecked }: { draft: DraftView; step: StepView; isChecked: boolean }) {
  const [t, say, { locale }, kept, actor] = await Promise.all([
    getTranslations('filing'),
    getSay(),
    readPreferences(),
    keptAnswers(),
    getActor(),
  ])
  const drawing = drawDraft({ draft, fields: step.fields, isChecked, doors: {}, say, locale })
  const open = draft.steps.filter((one) => one.id !== step.id && one.status !== 'done')
  const isIdentified = actor.kind === 'person' && actor.identityLevel >= 1
  const isReady = open.length === 0 && isIdentified && draft.code.receivesFilings
  return (
    <div className="space-y-7">
      <FormErrors errors={kept?.errors ?? {}} reason={kept?.reason} say={say} />
      <header className="space-y-2">
        <h1 className="text-2xl sm:text-3xl">{say(step.title)}</h1>
        <p className="measure text-muted">{t('checkLead')}</p>
      </header>
      <CheckAnswers draft={draft} />
      <FeeQuoteCard draftId={draft.draftId} />
      {open.length > 0 ? (
        <Alert tone="warning" title={t('openTitle')}>
          <ul className="mt-1">
            {open.map((one) => (
              <li key={one.id}>
                <a
                  href={`${draftPath(draft.draftId, one.id)}?checked=1&from=check`}
                  className="link inline-flex min-h-target items-center"
                >
                  {say(one.title)}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {isIdentified ? null : (
        <Alert tone="warning" title={t('identityTitle')}>
          <p>{t('identityText')}</p>
          <p className="mt-2">
            <a
              href={`/account/identity?next=${encodeURIComponent(draftPath(draft.draftId, step.id))}`}
              className={buttonClass({})}
            >
              {t('identityGo')}
            </a>
          </p>
        </Alert>
      )}
      <form
        key={draft.version}
        action={submitFiling.bind(null, { draftId: draft.draftId, step: step.id })}
        className="space-y-6"
        noValidate
      >
        <input type="hidden" name="version" value={draft.version} />
        <FormFields drawing={drawing} only={step.fields} />
        <p className="measure text-sm text-muted">{t('truth')}</p>
        <noscript>
          <p className="font-semibold text-warning">{t('signScript')}</p>
        </noscript>
        <SubmitButton pendingLabel={t('submitting')} size="large" variant={isReady ? 'primary' : 'secondary'}>
          {t('submit', { court: say(draft.court.name) })}
        </SubmitButton>
      </form>
    </div>
  )
}
