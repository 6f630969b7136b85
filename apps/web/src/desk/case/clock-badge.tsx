import type { ClockPageView } from '@court/usecases/case/page/case-page-types'
import { DeadlineBadge } from '@court/ui/court/deadline-badge'
import { formatDay } from '@court/ui/words/dates'
import type { DeadlineWords } from '@court/ui/words/deadline'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { referenceLine } from '@court/site/reference-line'

// How long is left, in words and colour; opened: each step of the count, the article, and every date it had before.
export async function ClockBadge({ clock, today }: { clock: ClockPageView; today: string }) {
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
      isProvisional={clock.isProvisional}
      words={words}
      proof={{
        summary: t('clock.why'),
        steps: clock.proof.map((step) => ({ text: say(step.text) })),
        history: {
          title: t('clock.earlier'),
          items: clock.history.map(({ due, because }) => ({ day: formatDay(due, locale), because: say(because) })),
        },
        footer: (
          <>
            {cites ? <p>{cites}</p> : null}
            <p>{clock.check.isValid ? t('clock.checked') : t('clock.notChecked')}</p>
          </>
        ),
      }}
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
    left: { one: t('clock.leftOne', { n: '{n}' }), other: t('clock.left', { n: '{n}' }) },
    today: t('clock.today'),
    over: { one: t('clock.overOne', { n: '{n}' }), other: t('clock.over', { n: '{n}' }) },
    cleared: t('clock.cleared'),
    stopped: t('clock.stopped'),
    expired: t('clock.expired'),
    provisional: t('clock.provisional'),
  }
}
