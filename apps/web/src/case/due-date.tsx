import type { ClockPageView } from '@court/usecases/case/page/case-page-types'
import { DeadlineBadge } from '@court/ui/court/deadline-badge'
import type { DeadlineWords } from '@court/ui/words/deadline'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from './case-reader.ts'

// When, how long is left, and why this date: every step of the count and every date there was before.
export async function DueDate({ clock, today, reader }: { clock: ClockPageView; today: string; reader: CaseReader }) {
  const t = await getTranslations('case')
  const words = await deadlineWords()
  const cited = reader.cite(clock.references)
  return (
    <DeadlineBadge
      due={clock.due}
      today={today}
      dueText={reader.day(clock.due)}
      status={clock.status}
      isProvisional={clock.isProvisional}
      words={words}
      proof={{
        summary: t('clock.why'),
        steps: clock.proof.map((step) => ({
          text: reader.say(step.text),
          ...(step.day ? { day: reader.day(step.day) } : {}),
        })),
        history: {
          title: t('clock.earlier'),
          items: clock.history.map((old) => ({ day: reader.day(old.due), because: reader.say(old.because) })),
        },
        footer: (
          <>
            {cited}
            {clock.check.isValid ? <span className="block">{t('clock.checked')}</span> : null}
          </>
        ),
      }}
    />
  )
}

export async function deadlineWords(): Promise<DeadlineWords> {
  const t = await getTranslations('case')
  const n = '{n}'
  return {
    left: { one: t('clock.leftOne', { n }), other: t('clock.left', { n }) },
    today: t('clock.today'),
    over: { one: t('clock.overOne', { n }), other: t('clock.over', { n }) },
    cleared: t('clock.cleared'),
    stopped: t('clock.stopped'),
    expired: t('clock.expired'),
    provisional: t('clock.provisional'),
  }
}
