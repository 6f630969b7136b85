import { Alert } from '@court/ui/alert'
import { buttonClass } from '@court/ui/button-class'
import { formatInstant } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { readCourt } from '../../courts/read-court.ts'
import { hearingPath } from '../hearing-path.ts'
import { placeOf } from '../place-of.ts'
import { readHearingWords } from '../read-words.ts'
import { WaitingRoom } from './waiting-room.tsx'

// The one thing to do now. From the hour the door opens it is the waiting room itself.
export async function DoorNext({ view }: { view: HearingView }) {
  const { before } = view.viewer
  const isOnlineNow = before === 'wait' || (before === null && view.viewer.may.includes('join'))
  if (!isOnlineNow) return <NextThing view={view} />
  const [{ words, locale }, court] = await Promise.all([readHearingWords(), readCourt(view.court.slug)])
  return <WaitingRoom first={view} words={words} locale={locale} phone={court.phone ?? ''} />
}

async function NextThing({ view }: { view: HearingView }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('hearing'), getSay(), readPreferences()])
  const place = placeOf(view)
  const at = (date: Date) => formatInstant({ instant: date.toISOString(), locale, timeZone: view.court.zone })
  const to = (below: string, label: string) => (
    <a
      href={hearingPath('party', place, below)}
      className={buttonClass({ variant: 'primary', size: 'large', className: 'mt-4' })}
    >
      {label}
    </a>
  )
  switch (view.viewer.before) {
    case 'choose-mode':
      return (
        <Card heading={t('doorPage.next')} title={t('doorPage.nextMode')} act={to('/mode', t('doorPage.toMode'))} />
      )
    case 'test-devices':
      return (
        <Card
          heading={t('doorPage.next')}
          title={t('doorPage.nextDevices')}
          act={to('/devices', t('doorPage.toDevices'))}
        />
      )
    case 'confirm-duties':
      return (
        <Card
          heading={t('doorPage.next')}
          title={t('doorPage.nextDuties')}
          act={to('/duties', t('doorPage.toDuties'))}
        />
      )
    case 'not-yet':
      return (
        <Card
          heading={t('doorPage.next')}
          title={t('doorPage.nextLater')}
          text={t('doorPage.nextLaterText', { time: at(view.doorOpensAt) })}
        />
      )
    case 'in-court': {
      const isOn = view.hearing.status !== 'scheduled'
      return (
        <Card
          heading={t('doorPage.next')}
          title={t('doorPage.nextInCourt')}
          text={
            isOn
              ? t('doorPage.nextInCourtLive')
              : t('doorPage.nextInCourtText', {
                  time: at(view.hearing.startsAt),
                  room: view.hearing.room ? say(view.hearing.room) : say(view.court.name),
                })
          }
          act={isOn ? to('/room', t('doorPage.follow')) : undefined}
        />
      )
    }
    case 'over':
      return view.hearing.status === 'cancelled' ? (
        <Alert tone="warning" title={t('doorPage.nextCancelled')}>
          {view.hearing.cancelledWhy ? t('doorPage.cancelledWhy', { why: view.hearing.cancelledWhy }) : null}
        </Alert>
      ) : (
        <Card heading={t('section.title')} title={t('doorPage.nextOver')} act={to('/record', t('doorPage.record'))} />
      )
    case 'wait':
    case null:
      return <Card heading={t('doorPage.next')} title={t('doorPage.nextOpen')} act={to('/room', t('doorPage.enter'))} />
  }
}

function Card({ heading, title, text, act }: { heading: string; title: string; text?: string; act?: React.ReactNode }) {
  return (
    <section
      aria-label={heading}
      className="rounded-md border border-t-4 border-t-accent-text bg-surface px-4 py-4 sm:px-6 sm:py-5"
    >
      <p className="text-sm font-semibold text-accent-text">{heading}</p>
      <h2 className="mt-0.5 text-xl">{title}</h2>
      {text ? <p className="mt-1 measure">{text}</p> : null}
      {act}
    </section>
  )
}
