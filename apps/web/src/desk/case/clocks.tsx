import type { CasePage, ClockPageView } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { ClockBadge } from './clock-badge.tsx'
import { Section } from './section.tsx'

// The periods of the case: those that run first, nearest date first; done ones stay to be looked up.
export async function Clocks({ page }: { page: CasePage }) {
  const t = await getTranslations('desk')
  const running = page.clocks.filter(({ status }) => status !== 'cleared')
  const done = page.clocks.filter(({ status }) => status === 'cleared')
  return (
    <Section id="clocks" title={t('clocks.title')}>
      {running.length === 0 ? <p className="text-sm text-muted">{t('clocks.none')}</p> : null}
      <ClockRows clocks={running} today={page.today} />
      {done.length > 0 ? (
        <Disclosure summary={t('clocks.done', { n: done.length })}>
          <ClockRows clocks={done} today={page.today} />
        </Disclosure>
      ) : null}
    </Section>
  )
}

async function ClockRows({ clocks, today }: { clocks: ClockPageView[]; today: string }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  return (
    <ul className="divide-y">
      {clocks.map((clock) => (
        <li key={clock.key} className="grid gap-x-4 gap-y-1 py-2 @2xl:grid-cols-[2fr_3fr]">
          <span>
            <span className="font-semibold">{say(clock.title)}</span>
            {clock.subject ? <span className="ml-2 text-muted">{clock.subject.name}</span> : null}
            <span className="block text-sm text-muted">
              {t('clocks.whose', { who: say(clock.whose.title) })}
              {clock.isLate ? ` · ${t('clocks.late')}` : ''}
            </span>
          </span>
          <ClockBadge clock={clock} today={today} />
        </li>
      ))}
    </ul>
  )
}
