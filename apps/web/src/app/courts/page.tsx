import { EmptyState } from '@court/ui/empty-state'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CourtSearch } from '../../courts/court-search.tsx'
import { CourtTree } from '../../courts/court-tree.tsx'
import { findCourts } from '../../courts/find-courts.ts'
import { getSay } from '@court/site/say'
import { getApi } from '../../server/api.ts'
import { PageShell } from '../../shell/page-shell.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('courts')
  return { title: t('title') }
}

export default async function CourtsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  const [t, say, api, { q, for: target }] = await Promise.all([
    getTranslations('courts'),
    getSay(),
    getApi(),
    searchParams,
  ])
  const list = await api.courts.list()
  const courts = list.ok ? list.value : []
  const query = q?.trim().slice(0, 60) ?? ''
  const isToFile = target === 'file'
  const found = findCourts(courts, query).filter((court) => !isToFile || court.receivesFilings)
  return (
    <PageShell>
      <div className="page-width space-y-8 py-8 sm:py-12">
        <header className="space-y-2">
          <h1 className="text-2xl sm:text-3xl">{isToFile ? t('titleToFile') : t('title')}</h1>
          <p className="measure text-muted">{t('lead')}</p>
        </header>
        <CourtSearch query={query} target={isToFile ? 'file' : undefined} />
        {query === '' ? null : found.length === 0 ? (
          <EmptyState title={t('noneTitle', { query })}>{t('noneHelp')}</EmptyState>
        ) : (
          <section aria-labelledby="found">
            <h2 id="found" className="mb-2 text-lg">
              {t('found', { n: found.length })}
            </h2>
            <ul className="border-t">
              {found.map((court) => (
                <li key={court.courtId} className="relative border-b py-2 hover:bg-sunken/60">
                  <a
                    href={isToFile ? `/file/${court.slug}` : `/c/${court.slug}`}
                    className="link inline-flex min-h-target items-center text-lg after:absolute after:inset-0"
                  >
                    {say(court.name)}
                  </a>
                  <span className="block text-sm text-muted">
                    {court.addressZh ? say({ zh: court.addressZh, en: court.addressEn ?? court.addressZh }) : null}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="all">
          <h2 id="all" className="mb-2 text-lg">
            {t('all')}
          </h2>
          <CourtTree courts={courts} say={say} />
        </section>
      </div>
    </PageShell>
  )
}
