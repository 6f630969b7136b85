import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseLine } from '../../../../../../../hearing/case-line.tsx'
import { doorOrRoom, readPartyHearing, type PartyParams } from '../../../../../../../hearing/read-hearing.ts'
import { readHearingWords } from '../../../../../../../hearing/read-words.ts'
import { HearingRoom } from '../../../../../../../hearing/room/hearing-room.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hearing')
  return { title: t('room.name') }
}

export default async function RoomPage({ params }: { params: PartyParams }) {
  const { court, caseId, hearingId } = await params
  const read = await readPartyHearing(court, caseId, hearingId)
  doorOrRoom(read)
  const { words, locale } = await readHearingWords()
  return (
    <HearingRoom
      first={read.view}
      side="party"
      words={words}
      locale={locale}
      caseLine={<CaseLine of={read.view.case} />}
    />
  )
}
