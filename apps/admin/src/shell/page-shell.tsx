import { DeskHeader } from '@court/ui/desk/desk-header'
import { SiteFooter } from '@court/ui/site-footer'
import { SiteHeader } from '@court/ui/site-header'
import { SkipLink } from '@court/ui/skip-link'
import { auditReaders } from '@court/usecases/audit-log/reach-audit'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentAccount } from '../server/account.ts'
import { PreferenceTools } from './preference-tools.tsx'

type Area = 'home' | 'courts' | 'codes' | 'staff' | 'queues' | 'audit'

// The frame of every page of the console. Without a signed-in viewer there is nowhere to go.
export async function PageShell({
  children,
  isSignedIn,
  current,
}: {
  children: ReactNode
  isSignedIn: boolean
  current?: Area
}) {
  const t = await getTranslations('shell')
  return (
    <>
      <SkipLink label={t('skip')} />
      {isSignedIn ? (
        <SignedInHeader current={current} />
      ) : (
        <SiteHeader
          name={t('productName')}
          subtitle={t('productSubtitle')}
          homeHref="/"
          nav={[{ href: '/sign-in', label: t('navSignIn') }]}
          navLabel={t('navLabel')}
          tools={<PreferenceTools />}
        />
      )}
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <SiteFooter isWide={isSignedIn} note={t('footerNote')} />
    </>
  )
}

async function SignedInHeader({ current }: { current: Area | undefined }) {
  const [t, account] = await Promise.all([getTranslations('shell'), currentAccount()])
  const isNational = account?.kind === 'staff' && account.roles.includes('national-admin')
  const isAuditor = account?.kind === 'staff' && auditReaders.some((role) => account.roles.includes(role))
  return (
    <DeskHeader
      court={t('productName')}
      homeHref="/"
      navLabel={t('navLabel')}
      nav={[
        { href: '/courts', label: t('navCourts'), isCurrent: current === 'courts' },
        { href: '/codes', label: t('navCodes'), isCurrent: current === 'codes' },
        { href: '/staff', label: t('navStaff'), isCurrent: current === 'staff' },
        ...(isNational ? [{ href: '/queues', label: t('navQueues'), isCurrent: current === 'queues' }] : []),
        ...(isAuditor ? [{ href: '/audit', label: t('navAudit'), isCurrent: current === 'audit' }] : []),
      ]}
      tools={
        <>
          {account ? (
            <a
              href="/account"
              className="inline-flex min-h-target-dense items-center px-2 text-sm text-ink underline underline-offset-4"
            >
              {account.name}
            </a>
          ) : null}
          <PreferenceTools />
          <form action="/sign-out" method="post">
            <button className="inline-flex min-h-target-dense cursor-pointer items-center rounded-md px-3 text-sm hover:bg-sunken hover:underline">
              {t('signOut')}
            </button>
          </form>
        </>
      }
    />
  )
}
