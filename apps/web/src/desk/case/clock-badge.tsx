import type { ClockView } from '@court/procedure/docket/clocks'
import { DeadlineBadge } from '@court/ui/court/deadline-badge'
import { formatDay } from '@court/ui/words/dates'
import type { DeadlineWords } from '@court/ui/words/deadline'
import { getTranslations } from 'next-intl/server'
import { getSay } from '../../i18n/say.ts'
import { readPreferences } from '../../preferences/preferences.ts'
import { referenceLine } from '../reference-text.ts'

export type ShownClock = Pick<ClockView, 'due' | 'status' | 'provisional' | 'proof' | 'references' | 'history'>

// How long is left, in words and colour. With the proof: each step of the count, the article, and every date it had before.
export async function ClockBadge({
  clock,
  today,
  withProof = false,
}: {
  clock: ShownClock
  today: string
  withProof?: boolean | undefined
}) {
  const [t, say, { locale }, words] = await Promise.all([
    getTranslations('desk'),
    getSay(),
    readPreferences(),
    deadlineWords(),
  ])
  const cites = referenceLine(clock.references, { locale, unverified: t('unverified') })
  return (
    <DeadlineBadge
      due={clock.due}
      today={today}
      status={clock.status}
      dueText={formatDay(clock.due, locale)}
      isProvisional={clock.provisional}
      words={words}
      proof={
        withProof
          ? {
              summary: t('clock.why'),
              steps: clock.proof.map((step) => ({ text: locale === 'en' ? step.because : step.becauseZh })),
              history: {
                title: t('clock.earlier'),
                items: clock.history
                  .slice(0, -1)
                  .map(({ due, because }) => ({ day: formatDay(due, locale), because: say(because) })),
              },
              ...(cites ? { footer: cites } : {}),
            }
          : undefined
      }
    />
  )
}

// One short badge for a row of a list.
export async function DueBadge({ due, today }: { due: string; today: string }) {
  return <DeadlineBadge due={due} today={today} words={await deadlineWords()} />
}

export async function deadlineWords(): Promise<DeadlineWords> {
  const t = await getTranslations('desk')
  return {
    left: { one: t.raw('clock.leftOne') as string, other: t.raw('clock.left') as string },
    today: t('clock.today'),
    over: { one: t.raw('clock.overOne') as string, other: t.raw('clock.over') as string },
    cleared: t('clock.cleared'),
    stopped: t('clock.stopped'),
    expired: t('clock.expired'),
    provisional: t('clock.provisional'),
  }
}
