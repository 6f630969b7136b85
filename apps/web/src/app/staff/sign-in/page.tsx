import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { Alert } from '@court/ui/alert'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { nextPath, queryValue, type SearchParams } from '../../../server/search-params.ts'
import { getActor } from '../../../server/viewer.ts'
import { NarrowPage } from '../../../shell/narrow-page.tsx'
import { enterPassword } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('staff.title') }
}

export default async function StaffSignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, next, why, actor] = await Promise.all([
    getTranslations('sign-in'),
    nextPath(searchParams, '/desk'),
    queryValue(searchParams, 'why'),
    getActor(),
  ])
  if (actor.kind === 'staff') redirect(next)
  return (
    <NarrowPage title={t('staff.title')} lead={t('staff.lead')}>
      {why === 'expired' ? <Alert tone="warning">{t('staff.expired')}</Alert> : null}
      {why === 'signed-out' ? (
        <Alert tone="success" isLive>
          {t('staff.signedOut')}
        </Alert>
      ) : null}
      <ActionForm action={enterPassword} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="next" value={next} />
        <FormInput
          name="login"
          label={t('staff.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-80"
        />
        <FormInput
          name="password"
          type="password"
          label={t('staff.password')}
          autoComplete="current-password"
          className="max-w-80"
        />
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('staff.continue')}
        </SubmitButton>
      </ActionForm>
      <p>
        <a className="link inline-flex min-h-target items-center" href="/sign-in">
          {t('staff.partyLink')}
        </a>
      </p>
    </NarrowPage>
  )
}
