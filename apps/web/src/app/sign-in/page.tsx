import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { Alert } from '@court/ui/alert'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { nextPath, queryValue, type SearchParams } from '@court/site/search-params'
import { getActor } from '../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { sendCode } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, next, why, actor] = await Promise.all([
    getTranslations('sign-in'),
    nextPath(searchParams, '/my'),
    queryValue(searchParams, 'why'),
    getActor(),
  ])
  if (actor.kind === 'person') redirect(next)
  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      {why === 'expired' ? <Alert tone="warning">{t('expired')}</Alert> : null}
      {why === 'signed-out' ? (
        <Alert tone="success" isLive>
          {t('signedOut')}
        </Alert>
      ) : null}
      <ActionForm action={sendCode} summaryTitle={t('errorTitle')} className="space-y-6">
        <input type="hidden" name="next" value={next} />
        <FormInput
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          label={t('phone')}
          help={t('phoneHelp')}
          className="max-w-72 text-lg"
        />
        <SubmitButton pendingLabel={t('sending')} size="large">
          {t('sendCode')}
        </SubmitButton>
      </ActionForm>
      <p className="text-sm text-muted">{t('newAccount')}</p>
    </NarrowPage>
  )
}
