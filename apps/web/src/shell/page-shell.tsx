import { SiteHeader, type SiteNavItem } from '@court/ui/site-header'
import { SkipLink } from '@court/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getApi } from '../server/api.ts'
import { getActor } from '../server/viewer.ts'
import { PageFooter } from './page-footer.tsx'
import { PreferenceTools } from './preference-tools.tsx'

export type ShellCourt = {
  slug: string
  name: string
  contact?: { phone?: string; address?: string; hours?: string }
}

type Area = 'home' | 'my' | 'check' | 'account'

// The frame of every page of parties and of the public: whose house, where to go, how to read it, whom to ask.
export async function PageShell({
  children,
  court,
  current,
  nav,
  isWide = false,
}: {
  children: ReactNode
  court?: ShellCourt
  current?: Area
  nav?: SiteNavItem[] // replaces the usual way round, for instance at the desk
  isWide?: boolean
}) {
  const t = await getTranslations('shell')
  const actor = await getActor()
  const isPerson = actor.kind === 'person'
  const unread = isPerson ? await countUnread() : 0
  const usual: SiteNavItem[] = [
    { href: '/', label: t('navHome'), isCurrent: current === 'home' },
    { href: '/my', label: unread > 0 ? t('navMyUnread', { n: unread }) : t('navMy'), isCurrent: current === 'my' },
    { href: '/check', label: t('navCheck'), isCurrent: current === 'check' },
    isPerson
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

async function countUnread(): Promise<number> {
  const api = await getApi()
  const counted = await api.notices.unread()
  return counted.ok ? counted.value.unread : 0
}
