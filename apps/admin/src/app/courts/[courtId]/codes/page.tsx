import { sectionNames, type SectionName } from '@court/procedure/code/schema/pack'
import { settle } from '@court/api/errors'
import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { Input } from '@court/ui/input'
import { LinkButton } from '@court/ui/link-button'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { RuleTable } from '../../../../codes/rule-table.tsx'
import { ConsolePage } from '../../../../console/console-page.tsx'
import { CourtHead } from '../../../../console/court-head.tsx'
import { getConsole } from '../../../../console/get-courts.ts'
import { getCourt } from '../../../../console/get-court.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../../server/api.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'

type Props = { params: Promise<{ courtId: string }>; searchParams: SearchParams }

// The code of a court on a day, section by section, with the layer of every value.
export default async function CourtCodesPage({ params, searchParams }: Props) {
  const { courtId } = await params
  const [console, court, api, t, say, { locale }, askedDay, askedSection, done] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getApi(),
    getTranslations('codes'),
    getSay(),
    readPreferences(),
    queryValue(searchParams, 'on'),
    queryValue(searchParams, 'section'),
    queryValue(searchParams, 'done'),
  ])
  const on = /^\d{4}-\d{2}-\d{2}$/.test(askedDay) ? askedDay : court.today
  const section: SectionName = sectionNames.find((name) => name === askedSection) ?? 'periods'
  const answer = await settle(api.codes.rules({ courtId, on, section }))
  return (
    <ConsolePage console={console} current="courts" currentId={courtId} below="/codes">
      <CourtHead court={court} current="codes" />
      {done ? <Alert tone="success" isLive className="mb-4" title={t('assigned')} /> : null}
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <form method="get" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="section" value={section} />
          <label>
            <span className="mb-1 block text-sm font-semibold">{t('on')}</span>
            <Input type="date" name="on" defaultValue={on} controlSize="dense" />
          </label>
          <Button size="dense">{t('show')}</Button>
        </form>
        {console.isNational ? (
          <LinkButton href={`/courts/${courtId}/codes/assign`} size="dense">
            {t('assign')}
          </LinkButton>
        ) : null}
      </div>
      {answer.ok ? (
        <>
          <ol aria-label={t('packs')} className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            {answer.value.packs.map((pack, index) => (
              <li key={pack.id} className="flex items-center gap-2">
                {index > 0 ? <span aria-hidden="true">→</span> : null}
                <span>
                  {say(pack.title)} <span className="text-muted">{pack.version}</span>
                </span>
              </li>
            ))}
          </ol>
          <nav aria-label={t('sections')} className="mb-3 border-b">
            <ul className="-mb-px flex gap-x-4 overflow-x-auto">
              {answer.value.sections.map(({ name, count }) => (
                <li key={name} className="shrink-0">
                  <a
                    href={`/courts/${courtId}/codes?section=${name}&on=${on}`}
                    aria-current={name === section ? 'page' : undefined}
                    className={`flex min-h-target-dense items-center gap-1 border-b-3 text-sm ${
                      name === section
                        ? 'border-accent-text font-semibold text-accent-text'
                        : 'border-transparent text-ink hover:border-line-strong'
                    }`}
                  >
                    {t(`section.${name}`)} <span className="text-muted">{count}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <RuleTable
            rules={answer.value.rules}
            section={section}
            href={(rule) => `/courts/${courtId}/codes/rule?rule=${encodeURIComponent(rule)}&on=${on}`}
          />
          <p className="mt-3 text-xs text-muted">
            {t('hash', { day: formatDay(on, locale), hash: answer.value.hash.slice(0, 16) })}
          </p>
        </>
      ) : (
        <Alert tone="warning">{say(answer.reason)}</Alert>
      )}
    </ConsolePage>
  )
}
