import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { buttonClass } from '@court/ui/button-class'
import { NextStepCard } from '@court/ui/court/next-step-card'
import { getTranslations } from 'next-intl/server'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'
import { DueDate } from './due-date.tsx'

// The first thing on the page of a case: what happens next, by whom, until when, and why.
export async function NextStep({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const { next } = page
  const words = { by: t('next.by'), until: t('next.until'), why: t('next.why'), blocked: t('next.blocked') }
  if (!next) {
    return (
      <NextStepCard
        heading={t('next.headingDone')}
        title={page.state.isTerminal ? t('next.over') : t('next.nothing')}
        explanation={page.state.meaning ? reader.say(page.state.meaning) : undefined}
        by={t('next.nobody')}
        isForMe={false}
        words={words}
      />
    )
  }
  const clock = page.clocks.find((one) => one.key === next.clockKey)
  const mine = next.isForMe ? mainAction(page) : undefined
  return (
    <NextStepCard
      heading={next.isForMe ? t('next.headingMine') : t('next.heading')}
      title={reader.say(next.what)}
      explanation={page.state.meaning ? reader.say(page.state.meaning) : undefined}
      by={
        next.isForMe
          ? t('next.you')
          : page.state.holderName
            ? `${reader.say(next.by.title)} ${page.state.holderName}`
            : reader.say(next.by.title)
      }
      until={
        clock ? (
          <DueDate clock={clock} today={page.today} reader={reader} />
        ) : next.due ? (
          reader.day(next.due)
        ) : undefined
      }
      reference={reader.cite(next.references)}
      isForMe={next.isForMe}
      action={
        mine ? (
          <a href={casePath(page, `/do/${mine.action}`)} className={buttonClass({ variant: 'primary', size: 'large' })}>
            {reader.say(mine.title)}
          </a>
        ) : undefined
      }
      words={words}
    />
  )
}

// Of what the viewer may do now, that which belongs to the clock of the next step, or else the first.
export function mainAction(page: CasePage) {
  const open = openActions(page).filter((one) => !one.isDangerous)
  return open.find((one) => one.clockKey !== null && one.clockKey === page.next?.clockKey) ?? open[0]
}

export function openActions(page: CasePage) {
  return page.actions
    .filter((one) => one.allowed === true && one.page !== 'file' && !isOfHearing(one))
    .sort((a, b) => a.order - b.order)
}

/** Done at the door of a session and in its room, not from a form of the case. */
export const isOfHearing = (action: { page: string | null }): boolean => action.page === 'hearings'
