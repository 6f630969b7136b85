import type { Notices } from '@court/usecases/notices/list-notices'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'
import { NoticeItem } from './notice-item.tsx'

// What was told and not read yet, above everything else.
export async function NoticeBar({ notices, say }: { notices: Notices; say: Say }) {
  const t = await getTranslations('my')
  return (
    <section aria-labelledby="notices">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="notices" className="text-xl">
          {notices.unread > 0 ? t('unread', { n: notices.unread }) : t('noUnread')}
        </h2>
        <a href="/my/notices" className="link inline-flex min-h-target items-center">
          {t('allNotices')}
        </a>
      </div>
      {notices.notices.length > 0 ? (
        <ul className="mt-1 border-t">
          {notices.notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} say={say} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
