import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { nextPath, type SearchParams } from '../../server/search-params.ts'
import { requireStaff } from '../../server/viewer.ts'
import { NarrowPage } from '../../shell/narrow-page.tsx'
import { confirmIsStaff } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('confirmTitle') }
}

export default async function ConfirmStaffPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, next] = await Promise.all([getTranslations('sign-in'), nextPath(searchParams, '/'), requireStaff()])
  return (
    <NarrowPage title={t('confirmTitle')} lead={t('confirmLead')}>
      <ActionForm action={confirmIsStaff} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="next" value={next} />
        <FormInput
          name="code"
          label={t('code')}
          help={t('codeHelp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          autoFocus
          className="max-w-40 text-lg tracking-widest"
        />
        <SubmitButton pendingLabel={t('checking')}>{t('confirm')}</SubmitButton>
      </ActionForm>
    </NarrowPage>
  )
}
