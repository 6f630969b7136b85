import type { Reference } from '@court/procedure/code/schema/reference'
import { formatDay, formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { referenceLine } from '@court/site/reference-line'
import { sayIn, type Say } from '@court/site/say'
import { readPreferences, type Locale } from '@court/site/preferences'

// How this reader is told days, instants and articles; instants in the zone of the court.
export type CaseReader = {
  say: Say
  locale: Locale
  day: (day: string) => string
  instant: (instant: Date | string) => string
  cite: (references: readonly Reference[]) => string
}

export async function caseReader(zone: string): Promise<CaseReader> {
  const [t, { locale }] = await Promise.all([getTranslations('case'), readPreferences()])
  return {
    say: sayIn(locale),
    locale,
    day: (day) => formatDay(day, locale),
    instant: (instant) => formatInstant({ instant: new Date(instant).toISOString(), locale, timeZone: zone }),
    cite: (references) => referenceLine([...references], { locale, unverified: t('unverified') }),
  }
}
