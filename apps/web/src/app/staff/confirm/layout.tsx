import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getActor } from '../../../server/viewer.ts'
import { PageShell } from '../../../shell/page-shell.tsx'

export default async function ConfirmLayout({ children }: { children: ReactNode }) {
  const [actor, t] = await Promise.all([getActor(), getTranslations('account')])
  if (actor.kind !== 'staff') return <PageShell>{children}</PageShell>
  const nav = [
    { href: '/desk', label: t('staff.desk') },
    { href: '/account', label: t('title') },
  ]
  return <PageShell nav={nav}>{children}</PageShell>
}
