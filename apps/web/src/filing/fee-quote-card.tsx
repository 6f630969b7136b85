import type { Form } from '@court/procedure/code/schema/forms'
import { Disclosure } from '@court/ui/disclosure'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import { referenceLine } from '@court/site/reference-line'
import { FeeSteps } from '../fees/fee-steps.tsx'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../server/api.ts'

// Where amounts are asked for, the page says what the case would cost.
export function hasQuote(form: Form, fields: readonly string[]): boolean {
  return fields.some((name) => {
    const field = form.fields[name]
    return field?.type === 'list-of' && Object.values(field.item).some((inner) => inner.type === 'amount')
  })
}

// What the case would cost as it stands, line by line, and how it would be heard.
export async function FeeQuoteCard({ draftId }: { draftId: string }) {
  const [t, say, { locale }, api] = await Promise.all([
    getTranslations('filing'),
    getSay(),
    readPreferences(),
    getApi(),
  ])
  const quote = await api.filing.quote({ draftId })
  if (!quote.ok) return null
  const { fee, amountFen, procedure } = quote.value
  const cite = (references: Parameters<typeof referenceLine>[0]) =>
    referenceLine(references, { locale, unverified: t('unverified') })
  return (
    <section
      aria-labelledby="quote"
      aria-live="polite"
      className="rounded-md border border-t-4 border-t-line-strong bg-surface px-4 py-4 sm:px-6"
    >
      <h2 id="quote" className="text-lg">
        {t('quoteTitle')}
      </h2>
      {fee.ok ? (
        <>
          <p className="mt-1">
            <strong className="text-2xl font-semibold">{formatYuan(fee.feeFen)}</strong>
            <span className="ml-3 text-muted">{t('quoteAmount', { amount: formatYuan(amountFen) })}</span>
          </p>
          <p className="text-sm text-muted">
            {say(fee.title)}
            {fee.references.length > 0 ? ` · ${cite(fee.references)}` : ''}
          </p>
          <Disclosure summary={t('quoteWhy')}>
            <FeeSteps steps={fee.steps} />
          </Disclosure>
        </>
      ) : (
        <p className="mt-1">{say(fee.reason)}</p>
      )}
      {procedure ? (
        <p className="mt-2">
          {t('quoteProcedure', { procedure: say(procedure.title), cited: cite(procedure.references) })}
        </p>
      ) : null}
      <p className="mt-1 text-sm text-muted">{t('quoteNote')}</p>
    </section>
  )
}
