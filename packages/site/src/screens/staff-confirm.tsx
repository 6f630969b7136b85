import { ActionForm, type FormAction } from '@court/ui/action-form'
import { NarrowPage } from '@court/ui/narrow-page'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { nextPath, type SearchParams } from '../search-params.ts'
import type { StaffDoor } from '../staff-door.ts'
import { CodeInput } from '@court/ui/code-input'

export async function staffConfirmMetadata() {
  const t = await getTranslations('staff-door')
  return { title: t('confirmTitle') }
}

/** Before what carries weight: the authenticator's code once more, then back to `next`. */
export async function StaffConfirm({
  door,
  action,
  searchParams,
  isWide = false,
}: {
  door: StaffDoor
  action: FormAction
  searchParams: SearchParams
  isWide?: boolean
}) {
  const [t, next] = await Promise.all([getTranslations('staff-door'), nextPath(searchParams, door.home)])
  return (
    <NarrowPage title={t('confirmTitle')} lead={t('confirmLead')} isWide={isWide}>
      <ActionForm action={action} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="next" value={next} />
        <CodeInput label={t('code')} help={t('codeHelp')} autoFocus />
        <SubmitButton pendingLabel={t('checking')}>{t('confirm')}</SubmitButton>
      </ActionForm>
    </NarrowPage>
  )
}
