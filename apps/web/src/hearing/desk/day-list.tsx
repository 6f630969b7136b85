import { Badge, type Tone } from '@court/ui/badge'
import { WorkList } from '@court/ui/court/work-list'
import { formatTime } from '@court/ui/words/dates'
import type { HearingLine, HearingStatus } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../case/case-title.tsx'
import { hearingPath } from '../hearing-path.ts'
import { placeOfLine } from '../hearing-section.tsx'
import { OwnZoneTime } from '../own-zone-time.tsx'
import { PeopleAndModes } from './people-and-modes.tsx'

export const statusTones: Record<HearingStatus, Tone> = {
  scheduled: 'info',
  open: 'success',
  paused: 'warning',
  reading: 'info',
  held: 'neutral',
  cancelled: 'neutral',
}

export async function DayList({ lines }: { lines: HearingLine[] }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('hearing'), getSay(), readPreferences()])
  return (
    <WorkList
      label={t('list.title')}
      columns={[
        { id: 'time', label: t('list.time') },
        { id: 'case', label: t('list.case') },
        { id: 'kind', label: t('list.kind'), className: 'hidden md:table-cell' },
        { id: 'room', label: t('list.room'), className: 'hidden md:table-cell' },
        { id: 'people', label: t('list.people'), className: 'hidden lg:table-cell' },
        { id: 'status', label: t('list.status') },
      ]}
      rows={lines.map((line) => {
        const instant = line.startsAt.toISOString()
        return {
          id: line.hearingId,
          href: hearingPath('court', placeOfLine(line)),
          cells: {
            time: (
              <>
                {formatTime({ instant, locale, timeZone: line.zone })}–
                {formatTime({
                  instant: new Date(line.startsAt.getTime() + line.minutes * 60_000).toISOString(),
                  locale,
                  timeZone: line.zone,
                })}
                <OwnZoneTime
                  instant={instant}
                  zone={line.zone}
                  locale={locale}
                  isShort
                  text={t('list.own', { time: '{time}' })}
                />
              </>
            ),
            case: (
              <span>
                <CaseTitle title={line.caseTitle} /> <span className="text-muted">{line.caseNumber}</span>
                <span className="block text-muted lg:hidden">
                  <PeopleAndModes people={line.people} />
                </span>
              </span>
            ),
            kind: say(line.kindTitle),
            room: line.room ? say(line.room) : t('section.online'),
            people: <PeopleAndModes people={line.people} />,
            status: <Badge tone={statusTones[line.status]}>{t(`status.${line.status}`)}</Badge>,
          },
        }
      })}
    />
  )
}
