import { Alert } from '@court/ui/alert'
import { LinkButton } from '@court/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { ConsolePage } from '../../../console/console-page.tsx'
import { CourtHead } from '../../../console/court-head.tsx'
import { getConsole } from '../../../console/get-courts.ts'
import { getCourt } from '../../../console/get-court.ts'
import { CodeNumbers } from '../../../courts/code-numbers.tsx'
import { Contact } from '../../../courts/contact.tsx'
import { Names } from '../../../courts/names.tsx'
import { OpenCourt } from '../../../courts/open-court.tsx'
import { Units } from '../../../courts/units.tsx'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { services } from '../../../server/services.ts'

type Props = { params: Promise<{ courtId: string }>; searchParams: SearchParams }

const deeds = ['assigned', 'name', 'contact', 'code', 'unit', 'unit-closed', 'open'] as const

export default async function CourtPage({ params, searchParams }: Props) {
  const { courtId } = await params
  const [console, court, t, done] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getTranslations('courts'),
    queryValue(searchParams, 'done'),
  ])
  const deed = deeds.find((one) => one === done)
  return (
    <ConsolePage console={console} current="courts" currentId={courtId}>
      <CourtHead court={court} current="page" />
      {deed ? <Alert tone="success" isLive className="mb-5" title={t(`done.${deed}`)} /> : null}
      {court.status === 'open' && court.missing.includes('filing-staff') ? (
        <Alert tone="warning" className="mb-5" title={t('open.noStaff')}>
          <LinkButton href={`/courts/${courtId}/staff#invite`} size="dense">
            {t('open.invite')}
          </LinkButton>
        </Alert>
      ) : null}
      {court.status === 'open' ? (
        <p className="mb-6">
          <LinkButton href={`${services().env.WEB_ORIGIN}/c/${court.slug}`} size="dense">
            {t('publicPage')}
          </LinkButton>
        </p>
      ) : (
        <OpenCourt court={court} isNational={console.isNational} />
      )}
      <Names court={court} isNational={console.isNational} />
      <CodeNumbers court={court} isNational={console.isNational} />
      <Units court={court} />
      <Contact court={court} />
    </ConsolePage>
  )
}
