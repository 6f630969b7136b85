import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { Alert } from '@court/ui/alert'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { nextPath, queryValue, type SearchParams } from '../../server/search-params.ts'
import { getStaff } from '../../server/viewer.ts'
import { NarrowPage } from '../../shell/narrow-page.tsx'
import { enterPassword } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, next, why, staff] = await Promise.all([
    getTranslations('sign-in'),
    nextPath(searchParams, '/'),
    queryValue(searchParams, 'why'),
    getStaff(),
  ])
  if (staff) redirect(next)
  return (
    <NarrowPage title={t('title')} lead={t('lead')}>
      {why === 'expired' ? <Alert tone="warning">{t('expired')}</Alert> : null}
      {why === 'signed-out' ? (
        <Alert tone="success" isLive>
          {t('signedOut')}
        </Alert>
      ) : null}
      <ActionForm action={enterPassword} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="next" value={next} />
        <FormInput
          name="login"
          label={t('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-80"
        />
        <FormInput
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          className="max-w-80"
        />
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('continue')}
        </SubmitButton>
      </ActionForm>
      <p className="text-sm text-muted">{t('webHelp')}</p>
    </NarrowPage>
  )
}
