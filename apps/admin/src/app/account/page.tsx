import { Alert } from '@court/ui/alert'
import { LinkButton } from '@court/ui/link-button'
import { SubmitButton } from '@court/ui/submit-button'
import { SummaryList } from '@court/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { Section } from '../../account/section.tsx'
import { SessionList } from '../../account/session-list.tsx'
import { readPreferences } from '../../preferences/preferences.ts'
import { currentAccount } from '../../server/account.ts'
import { queryValue, type SearchParams } from '../../server/search-params.ts'
import { requireStaff } from '../../server/viewer.ts'
import { PageShell } from '../../shell/page-shell.tsx'
import { signOut } from './actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  const [t, account, done, { locale }] = await Promise.all([
    getTranslations('account'),
    currentAccount(),
    queryValue(searchParams, 'done'),
    readPreferences(),
  ])
  if (account?.kind !== 'staff') return null
  const { court, roles, login, postCount } = account
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
            <SummaryList
              rows={[
                { label: t('login'), value: login },
                { label: t('court'), value: locale === 'en' ? court.nameEn : court.nameZh },
                { label: t('roles'), value: roles.map((role) => t(`role.${role}`)).join(t('and')) },
              ]}
            />
            {postCount > 1 ? <LinkButton href="/sign-in/post">{t('otherCourt')}</LinkButton> : null}
          </Section>
          <SessionList />
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
