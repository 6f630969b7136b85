import { settle } from '@court/api/errors'
import { Button } from '@court/ui/button'
import { EmptyState } from '@court/ui/empty-state'
import { Pagination } from '@court/ui/pagination'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { answered } from '../../../desk/answered.ts'
import { DeskFrame } from '../../../desk/desk-frame.tsx'
import { getReader } from '../../../desk/desk-reader.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../server/api.ts'

type Props = { searchParams: Promise<{ after?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('notices.title') }
}

async function readAll(): Promise<void> {
  'use server'
  const api = await getApi()
  await settle(api.notices.markRead({ noticeIds: 'all' }))
  redirect('/desk/notices')
}

// What one was told, latest first; each leads to its case.
export default async function NoticesPage({ searchParams }: Props) {
  const { after } = await searchParams
  const cursor = typeof after === 'string' && after ? { cursor: after } : {}
  const [reader, api, t, say, { locale }] = await Promise.all([
    getReader(),
    getApi(),
    getTranslations('desk'),
    getSay(),
    readPreferences(),
  ])
  const list = await answered(api.notices.list({ ...cursor, limit: 40 }))
  return (
    <DeskFrame reader={reader} current="notices">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b bg-surface px-4 py-2.5 lg:px-6">
        <h1 className="text-lg">{t('notices.title')}</h1>
        {list.unread > 0 ? (
          <form action={readAll}>
            <Button size="dense">{t('notices.readAll', { n: list.unread })}</Button>
          </form>
        ) : null}
      </div>
      {list.notices.length === 0 ? (
        <div className="p-4">
          <EmptyState title={t('notices.none')}>{t('notices.noneHint')}</EmptyState>
        </div>
      ) : (
        <ul className="divide-y">
          {list.notices.map((notice) => (
            <li key={notice.id} className={`relative px-4 py-2 lg:px-6 ${notice.readAt ? '' : 'bg-info-soft'}`}>
              <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
                {notice.caseId ? (
                  <a href={`/desk/cases/${notice.caseId}`} className="link font-semibold">
                    {say(notice.title)}
                  </a>
                ) : (
                  <span className="font-semibold">{say(notice.title)}</span>
                )}
                {notice.readAt ? null : <span className="text-info">{t('notices.new')}</span>}
                <span className="text-muted">
                  {formatInstant({ instant: notice.at.toISOString(), locale, timeZone: reader.post.court.zone })}
                </span>
              </p>
              <p className="text-sm whitespace-pre-line">{say(notice.body)}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="px-4 lg:px-6">
        <Pagination
          label={t('inbox.pages')}
          previous={'cursor' in cursor ? { href: '/desk/notices', label: t('inbox.first') } : undefined}
          next={
            list.nextCursor
              ? { href: `/desk/notices?after=${encodeURIComponent(list.nextCursor)}`, label: t('inbox.more') }
              : undefined
          }
        />
      </div>
    </DeskFrame>
  )
}
