import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { nextPath, type SearchParams } from '../../../server/search-params.ts'
import { ticketInBrowser } from '../../../server/staff-ticket.ts'
import { NarrowPage } from '../../../shell/narrow-page.tsx'
import { enterTotp } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('codeTitle') }
}

export default async function CodePage({ searchParams }: { searchParams: SearchParams }) {
  const [t, next, ticket] = await Promise.all([
    getTranslations('sign-in'),
    nextPath(searchParams, '/'),
    ticketInBrowser(),
  ])
  const back = `/sign-in?next=${encodeURIComponent(next)}`
  if (!ticket) redirect(back)
  return (
    <NarrowPage title={t('codeTitle')} lead={t('codeLead')}>
      <ActionForm action={enterTotp} summaryTitle={t('errorTitle')} className="space-y-5">
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
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('signIn')}
        </SubmitButton>
      </ActionForm>
      <div className="space-y-2 border-t pt-4">
        <p className="text-sm text-muted">{t('lostPhone')}</p>
        <BackLink href={back} label={t('again')} />
      </div>
    </NarrowPage>
  )
}
