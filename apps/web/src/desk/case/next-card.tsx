import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { DeadlineBadge } from '@court/ui/court/deadline-badge'
import { NextStepCard } from '@court/ui/court/next-step-card'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { referenceLine } from '@court/site/reference-line'
import { deadlineWords } from './clock-badge.tsx'

// What happens next, by whom, until when, and why.
export async function NextCard({ page }: { page: CasePage }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const { next } = page
  if (!next) return null
  const why = referenceLine(next.references, { locale, unverified: t('unverified') })
  return (
    <NextStepCard
      heading={next.isForMe ? t('next.mine') : t('next.other')}
      title={say(next.what)}
      by={say(next.by.title)}
      until={
        next.due ? (
          <DeadlineBadge
            due={next.due}
            today={page.today}
            dueText={formatDay(next.due, locale)}
            words={await deadlineWords()}
          />
        ) : undefined
      }
      reference={why || undefined}
      isForMe={next.isForMe}
      words={{ by: t('next.by'), until: t('next.until'), why: t('next.why'), blocked: t('next.blocked') }}
    />
  )
}
