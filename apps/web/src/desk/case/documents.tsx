import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { Section } from './section.tsx'

// The papers that the acts of the court called for, as the code words them, and to whom they go.
export async function Documents({ page }: { page: CasePage }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  if (page.documents.length === 0) return null
  return (
    <Section id="documents" title={t('documents.title')}>
      <ul className="divide-y text-sm">
        {page.documents.map((one) => (
          <li key={one.key} className="py-1">
            <Disclosure summary={`${say(one.title)} · ${formatDay(one.on, locale)}`}>
              <p className="text-muted">
                {t('documents.to', { who: one.to.map(({ name }) => name).join(t('documents.and')) })}
              </p>
              <p className="font-song mt-1 text-base">{say(one.body)}</p>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Section>
  )
}
