import { Table, Td, Th } from '@court/ui/table'
import { formatTime } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'

// Who came and went, as the media server reported it; whoever sat in the courtroom did not come over the network.
export async function Attendance({ view }: { view: HearingView }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('hearing'), getSay(), readPreferences()])
  const time = (at: Date) => formatTime({ instant: at.toISOString(), locale, timeZone: view.court.zone })
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className="mb-2 text-xl">
        {t('record.attendance')}
      </h2>
      <Table label={t('record.attendance')} isDense>
        <thead>
          <tr>
            <Th>{t('form.who')}</Th>
            <Th>{t('form.mode')}</Th>
            <Th>{t('record.times')}</Th>
          </tr>
        </thead>
        <tbody>
          {view.seats.map((seat) => {
            const times = view.attendance.filter(({ seatId }) => seatId === seat.id)
            return (
              <tr key={seat.id}>
                <Td>
                  <span className="font-semibold">{seat.name}</span>{' '}
                  <span className="text-muted">{say(seat.roleTitle)}</span>
                </Td>
                <Td>{t(`modes.${seat.mode}`)}</Td>
                <Td>
                  {times.length === 0 ? (
                    <span className="text-muted">
                      {seat.mode === 'in-court' ? t('seat.inCourt') : t('record.never')}
                    </span>
                  ) : (
                    <ul>
                      {times.map(({ joinedAt, leftAt }) => (
                        <li key={joinedAt.getTime()}>
                          {t('record.from', {
                            from: time(joinedAt),
                            to: leftAt ? time(leftAt) : t('record.stillIn'),
                          })}
                        </li>
                      ))}
                    </ul>
                  )}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}
