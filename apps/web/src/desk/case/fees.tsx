import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge, type Tone } from '@court/ui/badge'
import { Disclosure } from '@court/ui/disclosure'
import { formatYuan } from '@court/ui/words/amount'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '@court/site/preferences'
import { FeeSteps } from '../../fees/fee-steps.tsx'
import { Section } from './section.tsx'

const tones: Record<CasePage['fees'][number]['status'], Tone> = {
  owed: 'info',
  paid: 'success',
  waived: 'neutral',
  deferred: 'neutral',
  overdue: 'danger',
}

export async function Fees({ page }: { page: CasePage }) {
  const [t, { locale }] = await Promise.all([getTranslations('desk'), readPreferences()])
  if (page.fees.length === 0) return null
  return (
    <Section id="fees" title={t('fees.title')}>
      <ul className="divide-y">
        {page.fees.map((fee) => (
          <li key={fee.id} className="py-2">
            <p className="flex flex-wrap items-center gap-x-3">
              <strong className="font-semibold">{formatYuan(fee.amountFen)}</strong>
              <Badge tone={tones[fee.status]}>{t(`fees.${fee.status}`)}</Badge>
              {fee.due ? (
                <span className="text-sm text-muted">{t('fees.due', { day: formatDay(fee.due, locale) })}</span>
              ) : null}
              <span className="text-sm text-muted">{fee.number}</span>
            </p>
            {fee.payments.map((payment) => (
              <p key={payment.id} className="text-sm text-muted">
                {t('fees.payment', {
                  amount: formatYuan(payment.amountFen),
                  day: formatDay(payment.paidOn, locale),
                  voucher: payment.voucher,
                })}
              </p>
            ))}
            {fee.arithmetic.steps.length > 0 ? (
              <Disclosure summary={t('fees.how')} className="text-sm">
                <FeeSteps steps={fee.arithmetic.steps} />
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
