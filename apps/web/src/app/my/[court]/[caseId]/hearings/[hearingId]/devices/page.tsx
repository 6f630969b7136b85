import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { DeviceCheck } from '../../../../../../../hearing/devices/device-check.tsx'
import { hearingPath } from '../../../../../../../hearing/hearing-path.ts'
import { PartyStep } from '../../../../../../../hearing/party-step.tsx'
import { readPartyHearing, type PartyParams } from '../../../../../../../hearing/read-hearing.ts'
import { readHearingWords } from '../../../../../../../hearing/read-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hearing')
  return { title: t('devicesPage.title') }
}

export default async function DevicesPage({ params }: { params: PartyParams }) {
  const { court, caseId, hearingId } = await params
  const [{ view, place }, t, { words, locale }] = await Promise.all([
    readPartyHearing(court, caseId, hearingId),
    getTranslations('hearing'),
    readHearingWords(),
  ])
  const door = hearingPath('party', place)
  if (!view.viewer.may.includes('test-devices')) redirect(door)
  return (
    <PartyStep view={view} title={t('devicesPage.title')} lead={t('devicesPage.lead')}>
      <DeviceCheck place={place} words={words} locale={locale} doorHref={door} />
    </PartyStep>
  )
}
