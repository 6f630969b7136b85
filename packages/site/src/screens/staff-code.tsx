import { ActionForm, type FormAction } from '@court/ui/action-form'
import { BackLink } from '@court/ui/back-link'
import { NarrowPage } from '@court/ui/narrow-page'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { nextPath, type SearchParams } from '../search-params.ts'
import { pageOfDoor, type StaffDoor } from '../staff-door.ts'
import { ticketInBrowser } from '../staff-ticket.ts'
import { CodeInput } from '@court/ui/code-input'

export async function staffCodeMetadata() {
  const t = await getTranslations('staff-door')
  return { title: t('codeTitle') }
}

/** Step two of the sign-in of staff; whoever has not done step one begins there. */
export async function StaffCode({
  door,
  action,
  searchParams,
}: {
  door: StaffDoor
  action: FormAction
  searchParams: SearchParams
}) {
  const [own, t, next, ticket] = await Promise.all([
    getTranslations('staff-sign-in'),
    getTranslations('staff-door'),
    nextPath(searchParams, door.home),
    ticketInBrowser(door.ticket),
  ])
  const back = pageOfDoor(door, '/sign-in', next)
  if (!ticket) redirect(back)
  return (
    <NarrowPage title={t('codeTitle')} lead={t('codeLead')}>
      <ActionForm action={action} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="next" value={next} />
        <CodeInput label={t('code')} help={t('codeHelp')} autoFocus />
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('signIn')}
        </SubmitButton>
      </ActionForm>
      <div className="space-y-2 border-t pt-4">
        <p className="text-sm text-muted">{own('lostPhone')}</p>
        <BackLink href={back} label={t('again')} />
      </div>
    </NarrowPage>
  )
}
