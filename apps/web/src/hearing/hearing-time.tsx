import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '@court/site/preferences'
import { OwnZoneTime } from './own-zone-time.tsx'

// When, on the wall of the court; and, for whoever sits in another zone, on their own.
export async function HearingTime({ startsAt, minutes, zone }: { startsAt: Date; minutes?: number; zone: string }) {
  const [t, { locale }] = await Promise.all([getTranslations('hearing'), readPreferences()])
  const instant = startsAt.toISOString()
  return (
    <>
      <time dateTime={instant}>{formatInstant({ instant, locale, timeZone: zone })}</time>
      {minutes ? <span className="ml-2 text-muted">{t('times.minutes', { n: minutes })}</span> : null}
      <OwnZoneTime instant={instant} zone={zone} locale={locale} text={t('times.own', { time: '{time}' })} />
    </>
  )
}
