import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Alert } from '@court/ui/alert'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'

// A colleague was faster: what was recorded since this page was opened. What was typed still stands below.
export async function NewEntries({ page, seen }: { page: CasePage; seen: number }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const fresh = page.docket.filter(({ seq }) => seq > seen)
  return (
    <Alert tone="warning" title={t('conflict.title')} isLive>
      <ul className="my-1 list-disc pl-5">
        {fresh.map((line) => (
          <li key={line.seq}>
            {say(line.title)} <span className="text-muted">{formatDay(line.on, locale)}</span>{' '}
            <span className="text-muted">{line.actor.name}</span>
          </li>
        ))}
      </ul>
      <p>{t('conflict.note')}</p>
    </Alert>
  )
}
