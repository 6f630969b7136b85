import { Disclosure } from '@court/ui/disclosure'
import { LinkButton } from '@court/ui/link-button'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageShell } from '../shell/page-shell.tsx'
import { CourtTree } from './court-tree.tsx'
import type { Console } from './get-courts.ts'

// The tree of courts left, what is looked at right. On a narrow screen the tree opens above.
export async function ConsolePage({
  console: { courts, isNational },
  current,
  currentId,
  below = '',
  children,
}: {
  console: Console
  current: 'courts' | 'staff' | 'codes'
  currentId?: string | undefined
  below?: string | undefined
  children: ReactNode
}) {
  const t = await getTranslations('courts')
  const tree = <CourtTree courts={courts} currentId={currentId} below={below} />
  const takeOn = isNational ? (
    <LinkButton href="/courts/new" size="dense" className="w-full">
      {t('takeOn')}
    </LinkButton>
  ) : null
  return (
    <PageShell isSignedIn current={current}>
      <div className="flex-1 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="hidden border-r bg-surface px-3 py-4 lg:block">
          {tree}
          <div className="mt-4">{takeOn}</div>
        </aside>
        <div className="desk-width py-4 lg:hidden">
          <Disclosure summary={t('tree')}>{tree}</Disclosure>
          {takeOn}
        </div>
        <div className="min-w-0 px-4 py-5 lg:px-8">{children}</div>
      </div>
    </PageShell>
  )
}
