import { Alert } from '@court/ui/alert'
import { buttonClass } from '@court/ui/button-class'
import { EmptyState } from '@court/ui/empty-state'
import { LinkTabs } from '@court/ui/link-tabs'
import { Pagination } from '@court/ui/pagination'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComingHearings } from '../../hearing/coming-hearings.tsx'
import { CaseCard } from '../../my/case-card.tsx'
import { DraftList } from '../../my/draft-list.tsx'
import { NoticeBar } from '../../my/notice-bar.tsx'
import { getSay } from '@court/site/say'
import { getApi } from '../../server/api.ts'
import { requirePerson } from '../../server/viewer.ts'
import { PageShell } from '../../shell/page-shell.tsx'

const filters = ['all', 'for-me', 'open', 'closed'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('my')
  return { title: t('title') }
}

// Everything of one person over all courts: what waits for them, what they began, what they were told.
export default async function MyPage({
  searchParams,
}: {
  searchParams: Promise<{ filter?: string; cursor?: string; discarded?: string }>
}) {
  await requirePerson()
  const [t, say, api, search] = await Promise.all([getTranslations('my'), getSay(), getApi(), searchParams])
  const filter = filters.find((one) => one === search.filter) ?? 'all'
  const [cases, drafts, notices] = await Promise.all([
    api.cases.mine({ filter, ...(search.cursor ? { cursor: search.cursor } : {}) }),
    api.filing.drafts(),
    api.notices.list({ unreadOnly: true, limit: 3 }),
  ])
  const list = cases.ok ? cases.value : { cases: [], nextCursor: null }
  const begun = drafts.ok ? drafts.value : []
  const labels = { all: t('filterAll'), 'for-me': t('filterForMe'), open: t('filterOpen'), closed: t('filterClosed') }
  return (
    <PageShell current="my">
      <div className="page-width space-y-8 py-6 sm:py-10">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
          <a href="/courts?for=file" className={buttonClass({})}>
            {t('file')}
          </a>
        </header>
        {search.discarded ? <Alert tone="success" isLive title={t('discarded')} /> : null}
        {notices.ok ? <NoticeBar notices={notices.value} say={say} /> : null}
        <ComingHearings say={say} />
        <DraftList drafts={begun} say={say} />
        <section aria-labelledby="cases" className="space-y-4">
          <h2 id="cases" className="text-xl">
            {t('cases')}
          </h2>
          <LinkTabs
            label={t('filter')}
            tabs={filters.map((one) => ({
              href: one === 'all' ? '/my' : `/my?filter=${one}`,
              label: labels[one],
              isCurrent: one === filter,
            }))}
          />
          {list.cases.length === 0 ? (
            <EmptyState
              title={filter === 'all' ? t('noneTitle') : t('noneFiltered')}
              action={
                filter === 'all' ? (
                  <a href="/courts?for=file" className={buttonClass({ variant: 'primary' })}>
                    {t('file')}
                  </a>
                ) : undefined
              }
            >
              {filter === 'all' ? t('noneText') : null}
            </EmptyState>
          ) : (
            <ul className="space-y-3">
              {list.cases.map((one) => (
                <CaseCard key={one.caseId} one={one} say={say} />
              ))}
            </ul>
          )}
          <Pagination
            label={t('pages')}
            next={
              list.nextCursor
                ? { href: `/my?filter=${filter}&cursor=${encodeURIComponent(list.nextCursor)}`, label: t('more') }
                : undefined
            }
          />
        </section>
      </div>
    </PageShell>
  )
}
