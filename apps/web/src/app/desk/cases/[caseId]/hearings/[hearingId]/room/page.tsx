import { getTranslations } from 'next-intl/server'
import { CaseLine } from '../../../../../../../hearing/case-line.tsx'
import { doorOrRoom, readCourtHearing, type CourtParams } from '../../../../../../../hearing/read-hearing.ts'
import { readHearingWords } from '../../../../../../../hearing/read-words.ts'
import { HearingRoom } from '../../../../../../../hearing/room/hearing-room.tsx'

export async function generateMetadata() {
  const t = await getTranslations('hearing')
  return { title: t('room.name') }
}

export default async function CourtRoomPage({ params }: { params: CourtParams }) {
  const { caseId, hearingId } = await params
  const read = await readCourtHearing(caseId, hearingId)
  doorOrRoom(read)
  const { words, locale } = await readHearingWords()
  return (
    <HearingRoom
      first={read.view}
      side="court"
      words={words}
      locale={locale}
      caseLine={<CaseLine of={read.view.case} />}
    />
  )
}
