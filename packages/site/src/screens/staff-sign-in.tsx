import { ActionForm, type FormAction } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { Alert } from '@court/ui/alert'
import { NarrowPage } from '@court/ui/narrow-page'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { nextPath, queryValue, type SearchParams } from '../search-params.ts'
import type { StaffDoor } from '../staff-door.ts'

// The words that differ between the sites stand in their own namespace `staff-sign-in`.
export async function staffSignInMetadata() {
  const t = await getTranslations('staff-sign-in')
  return { title: t('title') }
}

/** Step one of the sign-in of staff. `children` says whom this door is not for. */
export async function StaffSignIn({
  door,
  action,
  searchParams,
  children,
}: {
  door: StaffDoor
  action: FormAction
  searchParams: SearchParams
  children: ReactNode
}) {
  const [own, t, next, why] = await Promise.all([
    getTranslations('staff-sign-in'),
    getTranslations('staff-door'),
    nextPath(searchParams, door.home),
    queryValue(searchParams, 'why'),
  ])
  return (
    <NarrowPage title={own('title')} lead={own('lead')}>
      {why === 'expired' ? <Alert tone="warning">{own('expired')}</Alert> : null}
      {why === 'signed-out' ? (
        <Alert tone="success" isLive>
          {own('signedOut')}
        </Alert>
      ) : null}
      <ActionForm action={action} summaryTitle={t('errorTitle')} className="space-y-5">
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
      {children}
    </NarrowPage>
  )
}
