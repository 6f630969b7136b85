import { hearingCalendar } from '@court/usecases/hearings/hearing-calendar'
import { hearingPlace } from '@court/usecases/hearings/hearing-types'
import { notFound } from '@court/usecases/refusal'
import { answerRefusal } from '../../../../../../files/answer-file.ts'
import { answerText } from '../../../../../../files/answer-text.ts'
import { getContext } from '../../../../../../server/request.ts'

export const dynamic = 'force-dynamic'

type Place = { court: string; caseId: string; hearingId: string }

// The session as a file for a calendar: …/<hearing>.ics
export async function GET(_request: Request, { params }: { params: Promise<Place> }) {
  const { court, caseId, hearingId: file } = await params
  const [id, ending] = [file.slice(0, -'.ics'.length), file.slice(-'.ics'.length)]
  const place = hearingPlace.safeParse({ courtSlug: court, caseId, hearingId: id })
  if (!place.success || ending !== '.ics') return answerRefusal(notFound())
  const { use } = await getContext()
  const calendar = await hearingCalendar(use, place.data)
  if (!calendar.ok) return answerRefusal(calendar)
  return answerText({ ...calendar.value, mime: 'text/calendar; charset=utf-8' })
}
