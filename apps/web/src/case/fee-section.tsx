import type { CasePage, FeeNoticeView } from '@court/usecases/case/page/case-page-types'
import { Badge, type Tone } from '@court/ui/badge'
import { Disclosure } from '@court/ui/disclosure'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import { FeeSteps } from '../fees/fee-steps.tsx'
import type { CaseReader } from './case-reader.ts'

// What is to be paid, until when, and how it was reckoned.
export async function FeeSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  if (page.fees.length === 0) return null
  return (
    <section aria-labelledby="fees">
      <h2 id="fees" className="text-xl">
        {t('fees.title')}
      </h2>
      <ul className="mt-2 border-t">
        {page.fees.map((fee) => (
          <li key={fee.id} className="border-b py-3">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <strong className="text-2xl font-semibold">{formatYuan(fee.amountFen)}</strong>
              <FeeBadge status={fee.status} />
            </p>
            <p className="text-sm text-muted">
              {t('fees.number', { number: fee.number })}
              {fee.due ? ` · ${t('fees.until', { day: reader.day(fee.due) })}` : ''}
            </p>
            {fee.status === 'owed' || fee.status === 'overdue' ? <p className="mt-1 measure">{t('fees.how')}</p> : null}
            {fee.payments.map((payment) => (
              <p key={payment.id} className="text-sm">
                {t('fees.paid', {
                  amount: formatYuan(payment.amountFen),
                  day: reader.day(payment.paidOn),
                  voucher: payment.voucher,
                })}
              </p>
            ))}
            <Disclosure summary={t('fees.why')}>
              <FeeSteps steps={fee.arithmetic.steps} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  )
}

const tones: Record<FeeNoticeView['status'], Tone> = {
  owed: 'warning',
  paid: 'success',
  waived: 'neutral',
  deferred: 'info',
  overdue: 'danger',
}

async function FeeBadge({ status }: { status: FeeNoticeView['status'] }) {
  const t = await getTranslations('case')
  const words = {
    owed: t('fees.owed'),
    paid: t('fees.isPaid'),
    waived: t('fees.waived'),
    deferred: t('fees.deferred'),
    overdue: t('fees.overdue'),
  }
  return <Badge tone={tones[status]}>{words[status]}</Badge>
}
