import type { CourtPage } from '@court/usecases/admin/read-court'
import { Badge, type Tone } from '@court/ui/badge'
import { LinkTabs } from '@court/ui/link-tabs'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'

const tones: Record<string, Tone> = { preparing: 'warning', open: 'success', closed: 'neutral' }

// Which court, its code today, whether it receives filings; then its pages.
export async function CourtHead({ court, current }: { court: CourtPage; current: 'page' | 'codes' | 'staff' }) {
  const [t, say] = await Promise.all([getTranslations('courts'), getSay()])
  const status = court.status === 'open' ? 'open' : court.status === 'closed' ? 'closed' : 'preparing'
  return (
    <header className="mb-5 space-y-2">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {court.parent ? <span>{say({ zh: court.parent.nameZh, en: court.parent.nameEn })}</span> : null}
        <span>{t(`level.${levelOf(court.level)}`)}</span>
        <span className="font-semibold text-ink">{court.codes.find(({ isNow }) => isNow)?.code ?? t('noCode')}</span>
      </p>
      <h1 className="flex flex-wrap items-center gap-3 text-2xl">
        {say({ zh: court.nameZh, en: court.nameEn })}
        <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
      </h1>
      <LinkTabs
        label={t('pages')}
        tabs={[
          { href: `/courts/${court.id}`, label: t('tabCourt'), isCurrent: current === 'page' },
          { href: `/courts/${court.id}/codes`, label: t('tabCodes'), isCurrent: current === 'codes' },
          {
            href: `/courts/${court.id}/staff`,
            label: t('tabStaff'),
            count: String(court.staffCount),
            isCurrent: current === 'staff',
          },
        ]}
      />
    </header>
  )
}

const levels = ['supreme', 'high', 'intermediate', 'basic', 'special'] as const
export const levelOf = (level: string) => levels.find((one) => one === level) ?? 'basic'
