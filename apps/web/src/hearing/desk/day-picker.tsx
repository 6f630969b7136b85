import { Button } from '@court/ui/button'
import { Input } from '@court/ui/input'
import { LinkButton } from '@court/ui/link-button'
import { LinkTabs } from '@court/ui/link-tabs'
import { formatDay } from '@court/ui/words/dates'
import { readPreferences } from '@court/site/preferences'
import { getTranslations } from 'next-intl/server'

const hrefOf = (day: string) => `/desk/hearings?day=${day}`

// Which day: by the calendar of the browser, one step either way, or straight to a day that has sessions.
export async function DayPicker({
  day,
  today,
  days,
}: {
  day: string
  today: string
  days: { day: string; count: number }[]
}) {
  const [t, { locale }] = await Promise.all([getTranslations('hearing'), readPreferences()])
  return (
    <div className="border-b bg-surface">
      <div className="desk-width flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
        <h1 className="text-lg">{t('list.title')}</h1>
        <div className="flex flex-wrap items-end gap-2">
          <LinkButton href={hrefOf(shifted(day, -1))} size="dense">
            {t('list.previous')}
          </LinkButton>
          <form action="/desk/hearings" data-soft="" className="flex items-end gap-2">
            <label className="text-sm">
              <span className="sr-only">{t('list.day')}</span>
              <Input key={day} type="date" name="day" defaultValue={day} controlSize="dense" />
            </label>
            <Button size="dense">{t('list.go')}</Button>
          </form>
          <LinkButton href={hrefOf(shifted(day, 1))} size="dense">
            {t('list.next')}
          </LinkButton>
          {day === today ? null : (
            <LinkButton href="/desk/hearings" size="dense">
              {t('list.today')}
            </LinkButton>
          )}
        </div>
      </div>
      {days.length > 0 ? (
        <div className="desk-width">
          <LinkTabs
            label={t('list.days')}
            tabs={days.map((one) => ({
              href: hrefOf(one.day),
              label: formatDay(one.day, locale),
              count: String(one.count),
              isCurrent: one.day === day,
            }))}
          />
        </div>
      ) : null}
    </div>
  )
}

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
