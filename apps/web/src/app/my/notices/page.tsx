import { BackLink } from '@court/ui/back-link'
import { Button } from '@court/ui/button'
import { EmptyState } from '@court/ui/empty-state'
import { Pagination } from '@court/ui/pagination'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readAllNotices } from '../../../my/actions.ts'
import { NoticeItem } from '../../../my/notice-item.tsx'
import { getApi } from '../../../server/api.ts'
import { requirePerson } from '../../../server/viewer.ts'
import { PageShell } from '../../../shell/page-shell.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('my')
  return { title: t('allNotices') }
}

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  await requirePerson()
  const [t, say, api, { cursor }] = await Promise.all([getTranslations('my'), getSay(), getApi(), searchParams])
  const answer = await api.notices.list({ ...(cursor ? { cursor } : {}) })
  const list = answer.ok ? answer.value : { notices: [], nextCursor: null, unread: 0 }
  return (
    <PageShell current="my">
      <div className="page-width max-w-3xl space-y-6 py-6 sm:mx-auto sm:py-10">
        <BackLink href="/my" label={t('title')} />
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-2xl sm:text-3xl">{t('allNotices')}</h1>
          {list.unread > 0 ? (
            <form action={readAllNotices}>
              <Button>{t('readAll')}</Button>
            </form>
          ) : null}
        </div>
        {list.notices.length === 0 ? (
          <EmptyState title={t('noNotices')}>{t('noNoticesText')}</EmptyState>
        ) : (
          <ul className="border-t">
            {list.notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} say={say} />
            ))}
          </ul>
        )}
        <Pagination
          label={t('pages')}
          next={
            list.nextCursor
              ? { href: `/my/notices?cursor=${encodeURIComponent(list.nextCursor)}`, label: t('more') }
              : undefined
          }
        />
      </div>
    </PageShell>
  )
}
