'use client'

import { dayOf, formatInstant, formatTime } from '@court/ui/words/dates'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

// The same moment in the zone of this browser, where that is another wall clock. The server does not know it, so it appears in the browser.
export function OwnZoneTime({
  instant,
  zone,
  locale,
  text,
  isShort = false,
}: {
  instant: string
  zone: string
  locale: string
  text: string // with {time}
  isShort?: boolean | undefined
}) {
  const own = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => zone,
  )
  const [here, there] = [own, zone].map(
    (timeZone) => dayOf(instant, timeZone) + formatTime({ instant, locale, timeZone }),
  )
  if (here === there) return null
  const time = isShort
    ? formatTime({ instant, locale, timeZone: own })
    : formatInstant({ instant, locale, timeZone: own, isZoneShown: true })
  return <span className="block text-sm text-info">{text.replace('{time}', time)}</span>
}
