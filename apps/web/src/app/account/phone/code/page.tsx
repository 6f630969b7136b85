import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { CodeInput } from '@court/ui/code-input'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getApi } from '../../../../server/api.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { requirePerson } from '../../../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { enterPhoneCode } from '../../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('phone.codeTitle') }
}

export default async function PhoneCodePage({ searchParams }: { searchParams: SearchParams }) {
  await requirePerson()
  const [t, api, challengeId] = await Promise.all([getTranslations('account'), getApi(), queryValue(searchParams, 'c')])
  const challenge = await settle(api.accounts.findChallenge({ challengeId }))
  if (!challenge.ok) redirect('/account/phone')
  return (
    <NarrowPage title={t('phone.codeTitle')} lead={t('phone.codeLead', { phone: challenge.value.maskedPhone })}>
      <ActionForm action={enterPhoneCode} summaryTitle={t('errorTitle')} className="space-y-6">
        <input type="hidden" name="challenge" value={challengeId} />
        <CodeInput label={t('phone.code')} />
        <p className="text-sm text-muted">{t('phone.consequence')}</p>
        <SubmitButton pendingLabel={t('saving')} size="large">
          {t('phone.change')}
        </SubmitButton>
      </ActionForm>
      <BackLink href="/account/phone" label={t('phone.other')} />
    </NarrowPage>
  )
}
