import { Alert } from '@court/ui/alert'
import { Badge } from '@court/ui/badge'
import { LinkButton } from '@court/ui/link-button'
import { formatInstant } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { CaseLine } from '../case-line.tsx'
import { hearingPath } from '../hearing-path.ts'
import { HearingTime } from '../hearing-time.tsx'
import { placeOf } from '../place-of.ts'
import { statusTones } from './day-list.tsx'

export async function HearingHead({ view }: { view: HearingView }) {
  const [t, say] = await Promise.all([getTranslations('hearing'), getSay()])
  const { hearing, media } = view
  const place = placeOf(view)
  const isOver = hearing.status === 'held' || hearing.status === 'cancelled'
  return (
    <header className="space-y-2 border-b pb-3">
      <p className="text-sm text-muted">
        <CaseLine of={view.case} />
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="flex flex-wrap items-center gap-3 text-xl">
            {say(hearing.kindTitle)}
            <Badge tone={statusTones[hearing.status]}>{t(`status.${hearing.status}`)}</Badge>
          </h1>
          <p>
            <HearingTime startsAt={hearing.startsAt} minutes={hearing.minutes} zone={view.court.zone} />
          </p>
          <p>
            <span className="text-muted">{t('section.place')}</span>{' '}
            {hearing.room ? say(hearing.room) : t('section.online')}
          </p>
          {hearing.note ? (
            <p className="text-sm text-muted">
              {t('hearingPage.note')} {hearing.note}
            </p>
          ) : null}
          {hearing.cancelledWhy ? <p>{t('doorPage.cancelledWhy', { why: hearing.cancelledWhy })}</p> : null}
        </div>
        {/* The room is a document of its own: only there are camera and microphone allowed. */}
        {hearing.status === 'held' ? (
          <LinkButton href={hearingPath('court', place, '/record')} variant="primary">
            {t('hearingPage.record')}
          </LinkButton>
        ) : isOver ? null : !view.viewer.may.includes('join') ? (
          <p className="text-sm text-muted">{t('hearingPage.opens', { time: await doorTime(view) })}</p>
        ) : (
          <LinkButton href={hearingPath('court', place, '/room')} target="_self" variant="primary">
            {t('hearingPage.enter')}
          </LinkButton>
        )}
      </div>
      {isOver || media.state === 'ready' ? null : (
        <Alert tone="warning" title={t('room.noServer')}>
          {media.state === 'not-configured' ? t('room.noServerCourt') : t('hearingPage.mediaDown')}
        </Alert>
      )}
    </header>
  )
}

async function doorTime({ doorOpensAt, court }: HearingView): Promise<string> {
  const { locale } = await readPreferences()
  return formatInstant({ instant: doorOpensAt.toISOString(), locale, timeZone: court.zone })
}
