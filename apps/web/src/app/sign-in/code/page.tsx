import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { CodeInput } from '@court/ui/code-input'
import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getApi } from '../../../server/api.ts'
import { nextPath, queryValue, type SearchParams } from '@court/site/search-params'
import { NarrowPage } from '@court/ui/narrow-page'
import { enterCode, sendCodeAgain } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('codeTitle') }
}

export default async function CodePage({ searchParams }: { searchParams: SearchParams }) {
  const [t, api, challengeId, next, again] = await Promise.all([
    getTranslations('sign-in'),
    getApi(),
    queryValue(searchParams, 'c'),
    nextPath(searchParams, '/my'),
    queryValue(searchParams, 'again'),
  ])
  const back = `/sign-in?next=${encodeURIComponent(next)}`
  const challenge = await settle(api.accounts.findChallenge({ challengeId }))
  if (!challenge.ok) redirect(`${back}&why=expired`)
  return (
    <NarrowPage title={t('codeTitle')} lead={t('codeLead', { phone: challenge.value.maskedPhone })}>
      {again ? (
        <Alert tone="success" isLive>
          {t('sentAgain')}
        </Alert>
      ) : null}
      <ActionForm action={enterCode} summaryTitle={t('errorTitle')} className="space-y-6">
        <input type="hidden" name="challenge" value={challengeId} />
        <input type="hidden" name="next" value={next} />
        <CodeInput label={t('code')} help={t('codeHelp')} />
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('signIn')}
        </SubmitButton>
      </ActionForm>
      <section className="space-y-2 border-t pt-5">
        <h2 className="text-lg">{t('noCode')}</h2>
        <p className="text-sm text-muted">{t('noCodeHelp')}</p>
        <ActionForm action={sendCodeAgain} summaryTitle={t('notSent')}>
          <input type="hidden" name="challenge" value={challengeId} />
          <input type="hidden" name="next" value={next} />
          <SubmitButton pendingLabel={t('sending')} variant="secondary">
            {t('sendAgain')}
          </SubmitButton>
        </ActionForm>
        <BackLink href={back} label={t('otherPhone')} />
      </section>
    </NarrowPage>
  )
}
