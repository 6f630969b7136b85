import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from './section.tsx'

export async function Claims({ page }: { page: CasePage }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  if (page.claims.length === 0 && page.grounds === null) return null
  return (
    <Section id="claims" title={t('claims.title')}>
      <ol className="list-decimal space-y-1 pl-6">
        {page.claims.map((claim) => (
          <li key={claim.id}>
            {claim.kindTitle ? <span className="mr-2 text-sm text-muted">{say(claim.kindTitle)}</span> : null}
            {claim.text}
            {claim.amountFen === null ? null : (
              <strong className="ml-2 font-semibold whitespace-nowrap">{formatYuan(claim.amountFen)}</strong>
            )}
          </li>
        ))}
      </ol>
      {page.grounds ? (
        <>
          <h3 className="mt-3 mb-1 text-sm font-semibold text-muted">{t('claims.grounds')}</h3>
          <p className="measure whitespace-pre-line">{page.grounds}</p>
        </>
      ) : null}
    </Section>
  )
}
