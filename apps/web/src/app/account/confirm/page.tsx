import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { CodeInput } from '@court/ui/code-input'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { getApi } from '../../../server/api.ts'
import { nextPath, queryValue, type SearchParams } from '@court/site/search-params'
import { requirePerson } from '../../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { askConfirmation, confirmIsMe } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('confirm.title') }
}

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePerson()
  const [t, api, next, challengeId] = await Promise.all([
    getTranslations('account'),
    getApi(),
    nextPath(searchParams, '/account'),
    queryValue(searchParams, 'c'),
  ])
  const challenge = challengeId ? await settle(api.accounts.findChallenge({ challengeId })) : null
  if (!challenge?.ok) {
    return (
      <NarrowPage title={t('confirm.title')} lead={t('confirm.lead')}>
        <ActionForm action={askConfirmation} summaryTitle={t('confirm.notSent')}>
          <input type="hidden" name="next" value={next} />
          <SubmitButton pendingLabel={t('phone.sending')} size="large">
            {t('confirm.send')}
          </SubmitButton>
        </ActionForm>
      </NarrowPage>
    )
  }
  return (
    <NarrowPage title={t('confirm.title')} lead={t('confirm.sent', { phone: challenge.value.maskedPhone })}>
      <ActionForm action={confirmIsMe} summaryTitle={t('errorTitle')} className="space-y-6">
        <input type="hidden" name="challenge" value={challengeId} />
        <input type="hidden" name="next" value={next} />
        <CodeInput label={t('phone.code')} />
        <SubmitButton pendingLabel={t('confirm.checking')} size="large">
          {t('confirm.confirm')}
        </SubmitButton>
      </ActionForm>
    </NarrowPage>
  )
}
