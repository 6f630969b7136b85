import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { formatInstant } from '@court/ui/words/dates'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { statusTones } from '../../hearing/desk/day-list.tsx'
import { PeopleAndModes } from '../../hearing/desk/people-and-modes.tsx'
import { hearingPath } from '../../hearing/hearing-path.ts'
import { placeOfLine } from '../../hearing/hearing-section.tsx'
import { hearingsOfCase } from '../../hearing/list-hearings.ts'
import { Section } from './section.tsx'

// The sessions of this case, and the way to set one.
export async function Hearings({ page }: { page: CasePage }) {
  const [t, say, { locale }, { coming, earlier }] = await Promise.all([
    getTranslations('hearing'),
    getSay(),
    readPreferences(),
    hearingsOfCase(page.court.slug, page.case.id),
  ])
  const lines = [...coming, ...earlier]
  const maySet = page.actions.some((one) => one.action === scheduleAction && one.allowed === true)
  if (lines.length === 0 && !maySet) return null
  return (
    <Section
      id="hearings"
      title={t('section.title')}
      tools={
        maySet ? (
          <a
            href={`/desk/cases/${page.case.id}/hearings/new`}
            className="link inline-flex min-h-target-dense items-center"
          >
            {t('section.schedule')}
          </a>
        ) : null
      }
    >
      {lines.length === 0 ? <p className="text-sm text-muted">{t('section.noneCourt')}</p> : null}
      <ul className="divide-y">
        {lines.map((line) => (
          <li key={line.hearingId} className="py-2 text-sm">
            <p className="flex flex-wrap items-center gap-x-3">
              <a
                href={hearingPath('court', placeOfLine(line), line.status === 'held' ? '/record' : '')}
                className="link inline-flex min-h-target-dense items-center font-semibold"
              >
                {say(line.kindTitle)}{' '}
                {formatInstant({ instant: line.startsAt.toISOString(), locale, timeZone: line.zone })}
              </a>
              <Badge tone={statusTones[line.status]}>{t(`status.${line.status}`)}</Badge>
            </p>
            <PeopleAndModes people={line.people} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const scheduleAction = 'schedule-hearing'
