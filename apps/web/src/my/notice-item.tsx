import type { NoticeRow } from '@court/usecases/notices/list-notices'
import { Button } from '@court/ui/button'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { openNotice } from './actions.ts'

// Opening a notice is reading it: it goes to its case, and the time of reading is kept.
export async function NoticeItem({ notice, say }: { notice: NoticeRow; say: Say }) {
  const [t, { locale }] = await Promise.all([getTranslations('my'), readPreferences()])
  const href = notice.caseId ? `/my/${notice.court.slug}/${notice.caseId}` : notice.link
  return (
    <li className="border-b py-3">
      <p className="text-sm text-muted">
        {say(notice.court.name)} ·{' '}
        {formatInstant({ instant: notice.at.toISOString(), locale, timeZone: 'Asia/Shanghai' })}
      </p>
      <p className={notice.readAt ? '' : 'font-semibold'}>{say(notice.title)}</p>
      <p className="measure whitespace-pre-line">{say(notice.body)}</p>
      <form action={openNotice.bind(null, { noticeId: notice.id, href: href ?? '/my/notices' })} className="mt-1">
        <Button variant="quiet">
          {href ? t('open') : t('read')}
          <span className="sr-only">{say(notice.title)}</span>
        </Button>
      </form>
    </li>
  )
}
