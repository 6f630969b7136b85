import { SiteFooter } from '@court/ui/site-footer'
import { SiteHeader } from '@court/ui/site-header'
import { SkipLink } from '@court/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PreferenceTools } from './preference-tools.tsx'

type Area = 'home' | 'courts' | 'codes' | 'staff' | 'queues'

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
  const nav = [
    { href: '/', label: t('navHome'), isCurrent: current === 'home' },
    { href: '/courts', label: t('navCourts'), isCurrent: current === 'courts' },
    { href: '/codes', label: t('navCodes'), isCurrent: current === 'codes' },
    { href: '/staff', label: t('navStaff'), isCurrent: current === 'staff' },
    { href: '/queues', label: t('navQueues'), isCurrent: current === 'queues' },
  ]
  return (
    <>
      <SkipLink label={t('skip')} />
      <SiteHeader
        name={t('productName')}
        subtitle={t('productSubtitle')}
        homeHref="/"
        nav={isSignedIn ? nav : [{ href: '/sign-in', label: t('navSignIn') }]}
        navLabel={t('navLabel')}
        tools={<PreferenceTools />}
        isWide
      />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter isWide note={t('footerNote')} />
    </>
  )
}
