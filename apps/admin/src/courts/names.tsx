import type { CourtPage } from '@court/usecases/admin/read-court'
import { Badge } from '@court/ui/badge'
import { LinkButton } from '@court/ui/link-button'
import { Table, Td, Th } from '@court/ui/table'
import { readPreferences } from '@court/site/preferences'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { Section } from '../console/section.tsx'

// What the court is called, and what it was called until when.
export async function Names({ court, isNational }: { court: CourtPage; isNational: boolean }) {
  const [t, { locale }] = await Promise.all([getTranslations('courts'), readPreferences()])
  const until = (instant: Date) => formatInstant({ instant: instant.toISOString(), locale, timeZone: court.zone })
  return (
    <Section id="names" title={t('names.title')}>
      <Table label={t('names.title')} isDense>
        <thead>
          <tr>
            <Th>{t('nameZh')}</Th>
            <Th>{t('nameEn')}</Th>
            <Th>{t('names.until')}</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Td className="font-semibold">
              <span lang="zh-CN">{court.nameZh}</span>
            </Td>
            <Td className="font-semibold">
              <span lang="en">{court.nameEn}</span>
            </Td>
            <Td>
              <Badge tone="success">{t('names.now')}</Badge>
            </Td>
          </tr>
          {court.earlierNames.map((one) => (
            <tr key={one.until.toISOString()}>
              <Td>
                <span lang="zh-CN">{one.nameZh}</span>
              </Td>
              <Td>
                <span lang="en">{one.nameEn}</span>
              </Td>
              <Td>{until(one.until)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {isNational ? (
        <p className="mt-3">
          <LinkButton href={`/courts/${court.id}/name`} size="dense">
            {t('rename.title')}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  )
}
