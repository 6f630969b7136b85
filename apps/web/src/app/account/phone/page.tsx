import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { currentAccount } from '../../../server/account.ts'
import { requirePerson } from '../../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { askPhoneCode } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('phone.title') }
}

export default async function PhonePage() {
  await requirePerson()
  const [t, account] = await Promise.all([getTranslations('account'), currentAccount()])
  const phone = account?.kind === 'person' ? account.maskedPhone : ''
  return (
    <NarrowPage title={t('phone.title')} lead={t('phone.lead', { phone })}>
      <ActionForm action={askPhoneCode} summaryTitle={t('errorTitle')} className="space-y-6">
        <FormInput
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          label={t('phone.new')}
          help={t('phone.newHelp')}
          className="max-w-72 text-lg"
        />
        <SubmitButton pendingLabel={t('phone.sending')} size="large">
          {t('phone.send')}
        </SubmitButton>
      </ActionForm>
      <BackLink href="/account" label={t('back')} />
    </NarrowPage>
  )
}
