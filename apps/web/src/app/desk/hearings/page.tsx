import { formatDay } from '@court/ui/words/dates'
import { EmptyState } from '@court/ui/empty-state'
import { readPreferences } from '@court/site/preferences'
import { z } from 'zod'
import { getTranslations } from 'next-intl/server'
import { answered } from '../../../desk/answered.ts'
import { DeskFrame } from '../../../desk/desk-frame.tsx'
import { getReader } from '../../../desk/desk-reader.ts'
import { DayList } from '../../../hearing/desk/day-list.tsx'
import { DayPicker } from '../../../hearing/desk/day-picker.tsx'
import { getApi } from '../../../server/api.ts'

type Props = { searchParams: Promise<{ day?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('hearing')
  return { title: t('list.title') }
}

// One day of the court: every session with its room, its people and how each takes part.
export default async function HearingsPage({ searchParams }: Props) {
  const asked = z.iso.date().safeParse((await searchParams).day)
  const [reader, api, t, { locale }] = await Promise.all([
    getReader(),
    getApi(),
    getTranslations('hearing'),
    readPreferences(),
  ])
  const list = await answered(api.hearings.dayList(asked.success ? { day: asked.data } : {}))
  return (
    <DeskFrame reader={reader} current="hearings">
      <DayPicker day={list.day} today={list.today} days={list.days} />
      <h2 className="desk-width pt-3 pb-2 text-lg">{formatDay(list.day, locale)}</h2>
      {list.lines.length === 0 ? (
        <div className="desk-width">
          <EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>
        </div>
      ) : (
        <DayList lines={list.lines} />
      )}
    </DeskFrame>
  )
}
