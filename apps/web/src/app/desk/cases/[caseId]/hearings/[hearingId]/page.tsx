import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../../../../../case/case-title.tsx'
import { DeskFrame } from '../../../../../../desk/desk-frame.tsx'
import { CourtDoor } from '../../../../../../hearing/desk/court-door.tsx'
import { HearingHead } from '../../../../../../hearing/desk/hearing-head.tsx'
import { MoveAndCancel } from '../../../../../../hearing/desk/move-and-cancel.tsx'
import { readCourtHearing, type CourtParams } from '../../../../../../hearing/read-hearing.ts'
import { readHearingWords } from '../../../../../../hearing/read-words.ts'

type Props = { params: CourtParams; searchParams: Promise<{ done?: string | string[] }> }

const acts = ['scheduled', 'moved', 'cancelled'] as const

export async function generateMetadata() {
  const t = await getTranslations('hearing')
  return { title: t('hearingPage.facts') }
}

// One session at the desk: what it is, who is ready and who waits, the way into the room; moving and cancelling with reasons.
export default async function CourtHearingPage({ params, searchParams }: Props) {
  const [{ caseId, hearingId }, { done }] = await Promise.all([params, searchParams])
  const [{ view, reader }, t, { words, locale }] = await Promise.all([
    readCourtHearing(caseId, hearingId),
    getTranslations('hearing'),
    readHearingWords(),
  ])
  const said = acts.find((act) => act === done)
  return (
    <DeskFrame reader={reader} current="hearings">
      <div className="desk-width max-w-6xl space-y-4 pt-1">
        <BackLink href={`/desk/cases/${caseId}`} label={view.case.number ?? <CaseTitle title={view.case.title} />} />
        {said ? <Alert tone="success" isLive title={t(`hearingPage.${said}`)} /> : null}
        <HearingHead view={view} />
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <CourtDoor first={view} words={words} locale={locale} />
          <MoveAndCancel view={view} />
        </div>
      </div>
    </DeskFrame>
  )
}
