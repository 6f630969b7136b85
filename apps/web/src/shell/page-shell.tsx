import { SiteHeader, type SiteNavItem } from '@court/ui/site-header'
import { SkipLink } from '@court/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFooter } from './page-footer.tsx'
import { PreferenceTools } from './preference-tools.tsx'

export type ShellCourt = {
  slug: string
  name: string
  contact?: { phone?: string; address?: string; hours?: string }
}

export type ShellViewer = { name: string }

type Area = 'home' | 'my' | 'check' | 'account'

// The frame of every page of parties and of the public: whose house, where to go, how to read it, whom to ask.
export async function PageShell({
  children,
  court,
  viewer,
  current,
  nav,
  isWide = false,
}: {
  children: ReactNode
  court?: ShellCourt
  viewer?: ShellViewer | null
  current?: Area
  nav?: SiteNavItem[] // replaces the usual way round, for instance at the desk
  isWide?: boolean
}) {
  const t = await getTranslations('shell')
  const usual: SiteNavItem[] = [
    { href: '/', label: t('navHome'), isCurrent: current === 'home' },
    { href: '/my', label: t('navMy'), isCurrent: current === 'my' },
    { href: '/check', label: t('navCheck'), isCurrent: current === 'check' },
    viewer
      ? { href: '/account', label: t('navAccount'), isCurrent: current === 'account' }
      : { href: '/sign-in', label: t('navSignIn') },
  ]
  return (
    <>
      <SkipLink label={t('skip')} />
      <SiteHeader
        name={court?.name ?? t('productName')}
        subtitle={court ? t('courtSubtitle') : t('productSubtitle')}
        homeHref={court ? `/c/${court.slug}` : '/'}
        nav={nav ?? usual}
        navLabel={t('navLabel')}
        tools={<PreferenceTools />}
        isWide={isWide}
      />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <PageFooter isWide={isWide} {...(court ? { court } : {})} />
    </>
  )
}
