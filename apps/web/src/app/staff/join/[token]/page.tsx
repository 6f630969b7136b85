import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { SubmitButton } from '@court/ui/submit-button'
import { getFormatter, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getApi } from '../../../../server/api.ts'
import { textOfWords } from '../../../../server/form-state.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { choosePassword } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('staff.newPassword'), referrer: 'no-referrer' }
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, format, api] = await Promise.all([getTranslations('sign-in'), getFormatter(), getApi()])
  const invitation = await settle(api.accounts.readInvitation({ token }))
  if (!invitation.ok) {
    const title = invitation.kind === 'rate-limited' ? t('staff.joinWaitTitle') : t('staff.joinGoneTitle')
    return (
      <NarrowPage title={title} lead={await textOfWords(invitation.reason)}>
        <a className="link inline-flex min-h-target items-center" href="/staff/sign-in">
          {t('staff.toSignIn')}
        </a>
      </NarrowPage>
    )
  }
  const { name, login, expiresAt, hasPassword } = invitation.value
  if (hasPassword) redirect(`/staff/join/${token}/code`)
  const until = format.dateTime(expiresAt, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <NarrowPage title={t('staff.joinTitle', { name })} lead={t('staff.joinLead', { login, until })}>
      <ActionForm action={choosePassword} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="token" value={token} />
        <input type="text" name="login" value={login} autoComplete="username" readOnly hidden />
        <FormInput
          name="password"
          type="password"
          label={t('staff.newPassword')}
          help={t('staff.newPasswordHelp')}
          autoComplete="new-password"
          className="max-w-96"
        />
        <FormInput
          name="again"
          type="password"
          label={t('staff.againPassword')}
          autoComplete="new-password"
          className="max-w-96"
        />
        <SubmitButton pendingLabel={t('staff.saving')} size="large">
          {t('staff.save')}
        </SubmitButton>
      </ActionForm>
    </NarrowPage>
  )
}
