import { settle } from '@court/api/errors'
import { Section } from '@court/ui/section'
import { getSay } from '@court/site/say'
import { getFormatter, getTranslations } from 'next-intl/server'
import { getApi } from '../server/api.ts'

// The last deeds of this account as the audit has them: whoever finds one they did not do knows that somebody else is in.
export async function DeedList() {
  const [t, say, format, api] = await Promise.all([getTranslations('audit'), getSay(), getFormatter(), getApi()])
  const found = await settle(api.accounts.deeds({ limit: 20 }))
  if (!found.ok || found.value.deeds.length === 0) return null
  return (
    <Section title={t('deeds.title')} id="deeds">
      <p className="text-muted">{t('deeds.lead')}</p>
      <ul className="divide-y border-y text-sm">
        {found.value.deeds.map(({ id, title, at, address }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>{say(title)}</span>
            <span className="text-muted">
              {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })} {address ?? ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
