import type { CasePage, ClockPageView } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from './case-reader.ts'
import { DueDate } from './due-date.tsx'

// Every period of the case: those that run first, the soonest on top.
export async function ClockSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const sorted = [...page.clocks].sort((a, b) => (a.due < b.due ? -1 : 1))
  const running = sorted.filter((clock) => clock.status === 'running' || clock.status === 'expired')
  const ended = sorted.filter((clock) => clock.status === 'cleared' || clock.status === 'stopped')
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks" className="text-xl">
        {t('clock.title')}
      </h2>
      {running.length === 0 ? (
        <p className="mt-1 text-muted">{t('clock.none')}</p>
      ) : (
        <ClockList clocks={running} page={page} reader={reader} />
      )}
      {ended.length > 0 ? (
        <Disclosure summary={t('clock.ended', { n: ended.length })}>
          <ClockList clocks={ended} page={page} reader={reader} />
        </Disclosure>
      ) : null}
    </section>
  )
}

async function ClockList({ clocks, page, reader }: { clocks: ClockPageView[]; page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  return (
    <ul className="mt-2 border-t">
      {clocks.map((clock) => (
        <li key={clock.key} id={`clock-${clock.key}`} className="border-b py-3">
          <p className="font-semibold">
            {reader.say(clock.title)}
            {clock.subject ? <span className="ml-2 font-normal text-muted">{clock.subject.name}</span> : null}
          </p>
          <p className="text-sm text-muted">{t('clock.whose', { who: reader.say(clock.whose.title) })}</p>
          <DueDate clock={clock} today={page.today} reader={reader} />
        </li>
      ))}
    </ul>
  )
}
