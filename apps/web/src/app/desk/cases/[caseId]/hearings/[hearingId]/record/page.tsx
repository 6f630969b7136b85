import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../../../../../../case/case-title.tsx'
import { DeskFrame } from '../../../../../../../desk/desk-frame.tsx'
import { readCourtHearing, type CourtParams } from '../../../../../../../hearing/read-hearing.ts'
import { HearingRecord } from '../../../../../../../hearing/record/hearing-record.tsx'

export async function generateMetadata() {
  const t = await getTranslations('hearing')
  return { title: t('record.title') }
}

export default async function CourtRecordPage({ params }: { params: CourtParams }) {
  const { caseId, hearingId } = await params
  const { view, reader } = await readCourtHearing(caseId, hearingId)
  return (
    <DeskFrame reader={reader} current="hearings">
      <div className="desk-width max-w-6xl space-y-4 pt-1">
        <BackLink href={`/desk/cases/${caseId}`} label={view.case.number ?? <CaseTitle title={view.case.title} />} />
        <HearingRecord view={view} docketHref={`/desk/cases/${caseId}#docket`} />
      </div>
    </DeskFrame>
  )
}
