import { randomUUID } from 'node:crypto'
import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { buttonClass } from '@court/ui/button-class'
import { SubmitButton } from '@court/ui/submit-button'
import { formatInstant } from '@court/ui/words/dates'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readCourt } from '../../../courts/read-court.ts'
import { shellCourt } from '../../../courts/shell-court.ts'
import { startFiling } from '../../../filing/actions.ts'
import { draftPath } from '../../../filing/read-draft.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../server/api.ts'
import { getActor } from '../../../server/viewer.ts'
import { PageShell } from '../../../shell/page-shell.tsx'

type Props = { params: Promise<{ court: string }>; searchParams: Promise<{ refused?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing')
  return { title: t('startTitle') }
}

// Before one begins: what it takes, what happens, and what was begun before.
export default async function FileWithCourtPage({ params, searchParams }: Props) {
  const [{ court: slug }, { refused }] = await Promise.all([params, searchParams])
  const [t, say, court, actor, { locale }] = await Promise.all([
    getTranslations('filing'),
    getSay(),
    readCourt(slug),
    getActor(),
    readPreferences(),
  ])
  const isPerson = actor.kind === 'person'
  const drafts = isPerson ? await (await getApi()).filing.drafts() : null
  const begun = drafts?.ok ? drafts.value.filter((draft) => draft.court.slug === court.slug) : []
  return (
    <PageShell court={shellCourt(court, say)}>
      <div className="page-width max-w-3xl space-y-6 py-6 sm:mx-auto sm:py-10">
        <BackLink href={`/c/${court.slug}`} label={say(court.name)} />
        <h1 className="text-2xl sm:text-3xl">{t('startTitle')}</h1>
        {refused ? (
          <Alert tone="danger" isLive title={t('startRefused')}>
            {refused}
          </Alert>
        ) : null}
        {court.receivesFilings ? null : <Alert tone="warning" title={t('noFiling')} />}
        <ul className="list-disc space-y-1.5 pl-5">
          <li>{t('startTime')}</li>
          <li>{t('startSaved')}</li>
          <li>{t('startNeeds')}</li>
          {court.limits ? (
            <li>
              {t('startLimits', {
                mb: Math.floor(court.limits.fileBytesMax / 1024 / 1024),
                files: court.limits.filesMax,
                pages: court.limits.pagesMax,
              })}
            </li>
          ) : null}
        </ul>
        {begun.length > 0 ? (
          <section aria-labelledby="begun">
            <h2 id="begun" className="text-lg">
              {t('begun')}
            </h2>
            <ul className="mt-1 border-t">
              {begun.map((draft) => (
                <li key={draft.draftId} className="relative border-b py-2 hover:bg-sunken/60">
                  <a
                    href={draftPath(draft.draftId)}
                    className="link inline-flex min-h-target items-center after:absolute after:inset-0"
                  >
                    {draft.title || t('untitled')}
                  </a>
                  <span className="block text-sm text-muted">
                    {t('savedAt', {
                      time: formatInstant({ instant: draft.updatedAt.toISOString(), locale, timeZone: court.zone }),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {court.receivesFilings ? (
          isPerson ? (
            <form action={startFiling.bind(null, court.slug)}>
              <input type="hidden" name="key" value={randomUUID()} />
              <SubmitButton
                pendingLabel={t('starting')}
                size="large"
                variant={begun.length > 0 ? 'secondary' : 'primary'}
              >
                {begun.length > 0 ? t('startAnother') : t('start')}
              </SubmitButton>
            </form>
          ) : (
            <p className="space-y-2">
              <a
                href={`/sign-in?next=${encodeURIComponent(`/file/${court.slug}`)}`}
                className={buttonClass({ variant: 'primary', size: 'large' })}
              >
                {t('signInToStart')}
              </a>
              <span className="block text-sm text-muted">{t('signInWhy')}</span>
            </p>
          )
        ) : null}
      </div>
    </PageShell>
  )
}
