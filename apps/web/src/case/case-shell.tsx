import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Say } from '@court/site/say'
import { PageShell } from '../shell/page-shell.tsx'

export async function CaseShell({
  page,
  say,
  back,
  children,
}: {
  page: { court: Pick<CasePage['court'], 'slug' | 'name'> }
  say: Say
  back?: { href: string; label: string } | undefined
  children: ReactNode
}) {
  const t = await getTranslations('case')
  return (
    <PageShell court={{ slug: page.court.slug, name: say(page.court.name) }} current="my">
      <div className="page-width space-y-6 py-5 sm:py-8">
        <BackLink href={back?.href ?? '/my'} label={back?.label ?? t('backToMy')} />
        {children}
      </div>
    </PageShell>
  )
}
