import type { DraftView, StepView } from '@court/usecases/filing/draft-view'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'

// The title of a step, and in a sentence or two what is asked and why.
export async function StepIntro({ draft, step, say }: { draft: DraftView; step: StepView; say: Say }) {
  const t = await getTranslations('filing')
  const types = step.fields.map((name) => draft.form.fields[name]?.type)
  const help = step.help
    ? say(step.help)
    : step.fields.includes('jurisdiction')
      ? t('introCourt', { court: say(draft.court.name) })
      : types.includes('cause')
        ? t('introCause')
        : types.includes('party-list')
          ? t('introParties')
          : types.includes('list-of')
            ? t('introClaims')
            : types.includes('material-list')
              ? t('introMaterials')
              : types.includes('consent')
                ? t('introConsent')
                : types.includes('longtext')
                  ? t('introGrounds')
                  : ''
  return (
    <header className="space-y-2">
      <h1 className="text-2xl sm:text-3xl">{say(step.title)}</h1>
      {help ? <p className="measure text-muted">{help}</p> : null}
      {step.fields.includes('jurisdiction') ? (
        <p>
          <a href="/courts?for=file" className="link inline-flex min-h-target items-center">
            {t('otherCourt')}
          </a>
        </p>
      ) : null}
    </header>
  )
}
