import { Badge } from '@court/ui/badge'
import { SummaryList } from '@court/ui/summary-list'
import { formatInstant } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { CaseLine } from '../case-line.tsx'
import { HearingTime } from '../hearing-time.tsx'
import { readHearingWords } from '../read-words.ts'
import { Attendance } from './attendance.tsx'
import { Recording } from './recording.tsx'

// What remains of a session: who was there and when, the notes with their checksum, what each said of them, and the recording.
export async function HearingRecord({ view, docketHref }: { view: HearingView; docketHref: string }) {
  const [t, say, { locale }, { words }] = await Promise.all([
    getTranslations('hearing'),
    getSay(),
    readPreferences(),
    readHearingWords(),
  ])
  const { hearing, notes } = view
  const at = (date: Date) => formatInstant({ instant: date.toISOString(), locale, timeZone: view.court.zone })
  return (
    <div className="space-y-8">
      <header className="space-y-1">
        <p className="text-sm text-muted">
          <CaseLine of={view.case} />
        </p>
        <h1 className="text-2xl">
          {t('record.title')} · {say(hearing.kindTitle)}
        </h1>
        <p className="measure text-muted">{t('record.lead')}</p>
        <SummaryList
          rows={[
            {
              label: t('section.when'),
              value: <HearingTime startsAt={hearing.openedAt ?? hearing.startsAt} zone={view.court.zone} />,
            },
            { label: t('record.ended'), value: hearing.closedAt ? at(hearing.closedAt) : t('record.open') },
          ]}
        />
        <a href={docketHref} className="link inline-flex min-h-target items-center">
          {t('record.entry')}
        </a>
      </header>
      <Attendance view={view} />
      <section aria-labelledby="notes">
        <h2 id="notes" className="text-xl">
          {t('record.notes')}
        </h2>
        {notes.text ? (
          <div className="mt-2 rounded-md border bg-surface px-4 py-4 font-song leading-relaxed whitespace-pre-wrap sm:px-6">
            {notes.text}
          </div>
        ) : (
          <p className="text-muted">{t('record.noNotes')}</p>
        )}
        <p className="mt-2 text-sm break-all text-muted">
          {t('record.hash')} <code data-notes-hash>{notes.hash}</code>
        </p>
        <h3 className="mt-4 font-semibold">{t('record.answers')}</h3>
        <ul className="mt-1 border-t">
          {view.seats.map((seat) => (
            <li key={seat.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b py-2">
              <span>
                {seat.name} <span className="text-sm text-muted">{say(seat.roleTitle)}</span>
                {seat.notesRemark ? <span className="block text-sm">{seat.notesRemark}</span> : null}
              </span>
              <Badge
                tone={
                  seat.notesAnswer === 'confirmed' ? 'success' : seat.notesAnswer === 'refused' ? 'warning' : 'neutral'
                }
              >
                {t(`record.answered.${seat.notesAnswer ?? 'none'}`)}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
      <Recording view={view} words={words} locale={locale} mayPlay={view.viewer.may.includes('play')} />
    </div>
  )
}
