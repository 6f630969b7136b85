import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PartyShell } from '../../../../../../../hearing/party-shell.tsx'
import { readPartyHearing, type PartyParams } from '../../../../../../../hearing/read-hearing.ts'
import { HearingRecord } from '../../../../../../../hearing/record/hearing-record.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hearing')
  return { title: t('record.title') }
}

export default async function RecordPage({ params }: { params: PartyParams }) {
  const { court, caseId, hearingId } = await params
  const { view } = await readPartyHearing(court, caseId, hearingId)
  return (
    <PartyShell view={view} isStep>
      <HearingRecord view={view} docketHref={`/my/${court}/${caseId}#docket`} />
    </PartyShell>
  )
}
