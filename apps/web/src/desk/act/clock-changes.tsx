import type { ClockChange } from '@court/procedure/docket/clock-changes'
import { ChangeList } from '@court/ui/desk/change-list'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay } from '../../i18n/say.ts'
import { readPreferences } from '../../preferences/preferences.ts'

// Which clocks begin, move or end when this is saved, each from which day to which, and why.
export async function ClockChanges({ changes }: { changes: readonly ClockChange[] }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const day = (date: string | undefined) => (date === undefined ? undefined : formatDay(date, locale))
  if (changes.length === 0) return <p className="text-sm text-muted">{t('act.noClocks')}</p>
  return (
    <ChangeList
      words={{ none: t('act.begins'), ends: t('act.ends') }}
      changes={changes.map((change) => ({
        id: change.key,
        what: `${say(change.title)} · ${t(`act.kind.${change.kind}`)}`,
        before: day(change.from),
        after: day(change.to),
        because: change.because ? say(change.because) : undefined,
      }))}
    />
  )
}
