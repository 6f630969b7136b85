import { buttonClass } from '@court/ui/button-class'
import { CalendarPlusIcon } from '@court/ui/hearing/icons'
import { SummaryList } from '@court/ui/summary-list'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { readCourt } from '../../courts/read-court.ts'
import { hearingFile } from '../hearing-path.ts'
import { HearingTime } from '../hearing-time.tsx'
import { placeOf } from '../place-of.ts'

// When, where, with whom; and whom to call.
export async function DoorFacts({ view }: { view: HearingView }) {
  const [t, say, court] = await Promise.all([getTranslations('hearing'), getSay(), readCourt(view.court.slug)])
  const me = view.seats.find((seat) => seat.isMe)
  const { hearing } = view
  return (
    <aside className="min-w-0 space-y-4">
      <SummaryList
        rows={[
          {
            label: t('section.when'),
            value: <HearingTime startsAt={hearing.startsAt} minutes={hearing.minutes} zone={view.court.zone} />,
          },
          {
            label: t('section.place'),
            value:
              me?.mode === 'online'
                ? t('doorPage.onlineRoom')
                : hearing.room
                  ? say(hearing.room)
                  : say(view.court.name),
          },
          ...(hearing.note ? [{ label: t('doorPage.note'), value: hearing.note }] : []),
          {
            label: t('doorPage.roll'),
            value: (
              <ul className="space-y-1">
                {view.seats.map((seat) => (
                  <li key={seat.id}>
                    {seat.name}
                    <span className="ml-2 text-sm text-muted">
                      {say(seat.roleTitle)} · {t(`modes.${seat.mode}`)}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {hearing.status === 'scheduled' ? (
        <a href={hearingFile(placeOf(view), '.ics')} download className={buttonClass({})}>
          <CalendarPlusIcon />
          {t('section.calendar')}
        </a>
      ) : null}
      {court.phone ? <p className="text-sm">{t('doorPage.help', { phone: court.phone })}</p> : null}
    </aside>
  )
}
