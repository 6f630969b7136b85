import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { CaseHeader } from '@court/ui/court/case-header'
import { LinkButton } from '@court/ui/link-button'
import { formatDay, formatInstant } from '@court/ui/words/dates'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { CaseTitle, CauseTitle } from '../../case/case-title.tsx'

// Which case, where it stands, who has it and since when; the review or the whole case one press away.
export async function CaseHead({
  page,
  tools,
  isReviewing = false,
}: {
  page: CasePage
  tools?: ReactNode
  isReviewing?: boolean | undefined
}) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const { case: head, state, court } = page
  const review = page.actions.find((action) => action.page === 'review' && action.allowed === true)
  const holder = state.holderName ?? state.holder.map((role) => say(role.title)).join(t('listMark'))
  const facts = [
    head.procedure ? say(head.procedure.title) : null,
    head.amountFen === null ? null : t('case.amount', { amount: formatYuan(head.amountFen) }),
    head.judge ? t('case.judge', { name: head.judge.name }) : null,
    head.unit ? say(head.unit) : null,
    head.receiptNumber ? t('case.receipt', { number: head.receiptNumber }) : null,
    t('case.submitted', {
      at: formatInstant({ instant: head.submittedAt.toISOString(), locale, timeZone: court.zone }),
    }),
  ].filter((fact) => fact !== null)
  return (
    <div data-open-act={review ? `/desk/cases/${head.id}/review` : undefined}>
      <CaseHeader
        isDense
        court={say(court.name)}
        caseNumber={head.number}
        caseNumberLabel={head.number ? t('case.number') : t('case.noNumber')}
        title={<CaseTitle title={head.title} />}
        cause={head.cause ? <CauseTitle title={head.cause.title} /> : null}
        state={{ label: say(state.title), tone: state.isTerminal ? 'neutral' : 'info' }}
        holder={
          holder && state.since
            ? t('case.holder', { who: holder, since: formatDay(state.since, locale) })
            : holder || undefined
        }
        tools={
          <>
            {review && !isReviewing ? (
              <LinkButton href={`/desk/cases/${head.id}/review`} variant="primary" size="dense">
                {t('case.review')}
              </LinkButton>
            ) : null}
            {tools}
          </>
        }
      />
      <p className="flex flex-wrap gap-x-4 pt-2 text-sm text-muted">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
  )
}
