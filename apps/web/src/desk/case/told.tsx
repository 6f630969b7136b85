import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge, type Tone } from '@court/ui/badge'
import { Disclosure } from '@court/ui/disclosure'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { Section } from './section.tsx'

const tones: Record<CasePage['notices'][number]['deliveries'][number]['state'], Tone> = {
  queued: 'neutral',
  sent: 'info',
  delivered: 'success',
  failed: 'danger',
  unknown: 'warning',
}

// Who was told what, and whether it arrived: a message that failed must be seen by somebody.
export async function Told({ page }: { page: CasePage }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  if (page.notices.length === 0) return null
  const failed = page.notices.filter(({ deliveries }) => deliveries.some(({ state }) => state === 'failed')).length
  return (
    <Section id="told" title={t('told.title')}>
      {failed > 0 ? <p className="mb-1 font-semibold text-accent-text">{t('told.failed', { n: failed })}</p> : null}
      <Disclosure summary={t('told.show', { n: page.notices.length })} isOpen={failed > 0}>
        <ul className="divide-y text-sm">
          {page.notices.map((notice) => (
            <li key={notice.id} className="py-2">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">{say(notice.title)}</span>
                <span className="text-muted">{notice.recipient.name}</span>
                <span className="text-muted">
                  {formatInstant({ instant: notice.at.toISOString(), locale, timeZone: page.court.zone })}
                </span>
                <span className="text-muted">{notice.readAt ? t('told.read') : t('told.unread')}</span>
              </p>
              <p className="flex flex-wrap gap-1.5 pt-1">
                {notice.deliveries.map((delivery) => (
                  <Badge key={delivery.channel} tone={tones[delivery.state]}>
                    {t(`channel.${delivery.channel}`)} {t(`delivery.${delivery.state}`)}
                  </Badge>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}
