import { settle } from '@court/api/errors'
import { SessionList } from '@court/site/screens/session-list'
import { Alert } from '@court/ui/alert'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { DeedList } from '../../account/deed-list.tsx'
import { PersonSections } from '../../account/person-sections.tsx'
import { StaffSections } from '../../account/staff-sections.tsx'
import { currentAccount } from '../../server/account.ts'
import { getApi } from '../../server/api.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { getActor } from '../../server/viewer.ts'
import { endAllOthers, endOneSession, signOut } from './actions.ts'
import { SubmitButton } from '@court/ui/submit-button'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, actor, account, api, done] = await Promise.all([
    getTranslations('account'),
    getActor(),
    currentAccount(),
    getApi(),
    queryValue(searchParams, 'done'),
  ])
  if (actor.kind === 'anonymous') redirect('/sign-in?next=/account')
  if (!account) notFound()
  const sessions = await settle(api.accounts.sessions())
  const said = doneWords(t)[done]
  return (
    <div className="page-width py-8 sm:py-12">
      <div className="max-w-2xl space-y-10">
        <header className="space-y-2">
          <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
          <p className="text-muted">{account.name}</p>
        </header>
        {said ? (
          <Alert tone="success" isLive>
            {said}
          </Alert>
        ) : null}
        {account.kind === 'person' ? <PersonSections account={account} /> : <StaffSections account={account} />}
        {sessions.ok ? <SessionList sessions={sessions.value} endOne={endOneSession} endOthers={endAllOthers} /> : null}
        <DeedList />
        <form action={signOut} className="border-t pt-6">
          <SubmitButton pendingLabel={t('signingOut')} variant="secondary">
            {t('signOut')}
          </SubmitButton>
        </form>
      </div>
    </div>
  )
}

const doneWords = (t: Awaited<ReturnType<typeof getTranslations<'account'>>>): Record<string, string> => ({
  identity: t('done.identity'),
  organisation: t('done.organisation'),
  left: t('done.left'),
  phone: t('done.phone'),
  ended: t('done.ended'),
})
