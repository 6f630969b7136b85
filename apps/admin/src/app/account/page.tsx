import { settle } from '@court/api/errors'
import { SessionList } from '@court/site/screens/session-list'
import { OtherCourtLink, StaffPostFacts } from '@court/site/screens/staff-post-facts'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { Alert } from '@court/ui/alert'
import { Section } from '@court/ui/section'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { currentAccount } from '../../server/account.ts'
import { getApi } from '../../server/api.ts'
import { staffDoor } from '../../server/staff-door.ts'
import { requireStaff } from '../../server/viewer.ts'
import { PageShell } from '../../shell/page-shell.tsx'
import { endAllOthers, endOneSession, signOut } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const [t, account, api, done] = await Promise.all([
    getTranslations('account'),
    currentAccount(),
    getApi(),
    queryValue(searchParams, 'done'),
  ])
  if (account?.kind !== 'staff') return null
  const sessions = await settle(api.accounts.sessions())
  return (
    <PageShell isSignedIn>
      <div className="desk-width py-8">
        <div className="max-w-2xl space-y-8">
          <header className="space-y-1">
            <h1 className="text-2xl">{t('title')}</h1>
            <p className="text-muted">{account.name}</p>
          </header>
          {done === 'ended' ? (
            <Alert tone="success" isLive>
              {t('ended')}
            </Alert>
          ) : null}
          <Section title={t('post')}>
            <StaffPostFacts account={account} />
            <OtherCourtLink door={staffDoor} account={account} />
          </Section>
          {sessions.ok ? (
            <SessionList sessions={sessions.value} endOne={endOneSession} endOthers={endAllOthers} />
          ) : null}
          <form action={signOut} className="border-t pt-6">
            <SubmitButton pendingLabel={t('signingOut')} variant="secondary">
              {t('signOut')}
            </SubmitButton>
          </form>
        </div>
      </div>
    </PageShell>
  )
}
