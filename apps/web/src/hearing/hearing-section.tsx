import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { buttonClass } from '@court/ui/button-class'
import { Disclosure } from '@court/ui/disclosure'
import { CalendarPlusIcon } from '@court/ui/hearing/icons'
import type { HearingLine } from '@court/usecases/hearings/hearing-types'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from '../case/case-reader.ts'
import { hearingFile, hearingPath } from './hearing-path.ts'
import { HearingTime } from './hearing-time.tsx'
import { hearingsOfCase } from './list-hearings.ts'

// On the page of a case: when and where one has to be next, and how to prepare for it.
export async function HearingSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const [t, { coming, earlier }] = await Promise.all([
    getTranslations('hearing'),
    hearingsOfCase(page.court.slug, page.case.id),
  ])
  if (coming.length === 0 && earlier.length === 0) return null
  return (
    <section aria-labelledby="hearings">
      <h2 id="hearings" className="text-xl">
        {t('section.title')}
      </h2>
      <ul className="mt-2 space-y-3">
        {coming.map((line) => (
          <ComingHearing key={line.hearingId} line={line} reader={reader} />
        ))}
      </ul>
      {earlier.length > 0 ? (
        <Disclosure summary={t('section.earlier')} isOpen={coming.length === 0}>
          <ul className="space-y-2">
            {earlier.map((line) => (
              <li key={line.hearingId}>
                <a
                  href={hearingPath('party', placeOfLine(line), line.status === 'held' ? '/record' : '')}
                  className="link inline-flex min-h-target items-center"
                >
                  {reader.say(line.kindTitle)} {reader.instant(line.startsAt)}
                </a>{' '}
                <Badge>{t(`status.${line.status}`)}</Badge>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  )
}

export const placeOfLine = ({ courtSlug, caseId, hearingId }: HearingLine) => ({ courtSlug, caseId, hearingId })

async function ComingHearing({ line, reader }: { line: HearingLine; reader: CaseReader }) {
  const t = await getTranslations('hearing')
  const place = placeOfLine(line)
  return (
    <li className="rounded-md border border-l-4 border-l-accent-text bg-surface px-4 py-3 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-lg font-semibold">{reader.say(line.kindTitle)}</span>
        <Badge tone={line.status === 'open' ? 'success' : 'info'}>{t(`status.${line.status}`)}</Badge>
      </p>
      <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-sm text-muted">{t('section.when')}</dt>
        <dd>
          <HearingTime startsAt={line.startsAt} minutes={line.minutes} zone={line.zone} />
        </dd>
        {line.mode ? (
          <>
            <dt className="text-sm text-muted">{t('section.you')}</dt>
            <dd>{t(`modes.${line.mode}`)}</dd>
          </>
        ) : null}
        <dt className="text-sm text-muted">{t('section.place')}</dt>
        <dd>{line.mode === 'online' || !line.room ? t('section.online') : reader.say(line.room)}</dd>
      </dl>
      <p className="mt-3 flex flex-wrap gap-3">
        <a href={hearingPath('party', place)} className={buttonClass({ variant: 'primary' })}>
          {t('section.open')}
        </a>
        <a href={hearingFile(place, '.ics')} download className={buttonClass({})}>
          <CalendarPlusIcon />
          {t('section.calendar')}
        </a>
      </p>
    </li>
  )
}
