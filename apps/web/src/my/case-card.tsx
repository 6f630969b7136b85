import type { MyCase } from '@court/usecases/my-cases/list-my-cases'
import { Badge } from '@court/ui/badge'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'
import { CaseTitle } from '../case/case-title.tsx'
import { readPreferences } from '@court/site/preferences'

// One case in the list: which, where it stands, and what comes next; those that wait for the reader say so first.
export async function CaseCard({ one, say }: { one: MyCase; say: Say }) {
  const [t, { locale }] = await Promise.all([getTranslations('my'), readPreferences()])
  const until = one.next?.until ? formatDay(one.next.until.slice(0, 10), locale) : null
  return (
    <li
      className={`relative rounded-md border bg-surface px-4 py-4 hover:border-line-strong sm:px-5 ${one.isForMe ? 'border-l-4 border-l-accent-text' : ''}`}
    >
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <span>{say(one.court.name)}</span>
        <span className={one.number ? 'font-semibold text-ink' : ''}>{one.number ?? t('noNumber')}</span>
      </p>
      <p className="mt-0.5">
        <a
          href={`/my/${one.court.slug}/${one.caseId}`}
          className="inline-flex min-h-target items-center text-lg font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          <CaseTitle title={one.title} />
        </a>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={one.isForMe ? 'danger' : 'info'}>{say(one.stateTitle)}</Badge>
        {one.next ? (
          <span>
            {one.isForMe ? t('nextMine', { what: say(one.next.what) }) : t('next', { what: say(one.next.what) })}
            {until ? <span className="ml-2 text-muted">{t('until', { day: until })}</span> : null}
          </span>
        ) : null}
      </p>
    </li>
  )
}
