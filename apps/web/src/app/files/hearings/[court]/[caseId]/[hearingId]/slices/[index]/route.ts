import { hearingPlace } from '@court/usecases/hearings/hearing-types'
import { openSlice } from '@court/usecases/hearings/open-slice'
import { notFound } from '@court/usecases/refusal'
import { answerRefusal } from '../../../../../../../../files/answer-file.ts'
import { answerSlice } from '../../../../../../../../files/answer-slice.ts'
import { getContext } from '../../../../../../../../server/request.ts'
import { services } from '../../../../../../../../server/services.ts'

export const dynamic = 'force-dynamic'

type Place = { court: string; caseId: string; hearingId: string; index: string }

export async function GET(request: Request, { params }: { params: Promise<Place> }) {
  const { court, caseId, hearingId, index } = await params
  const place = hearingPlace.safeParse({ courtSlug: court, caseId, hearingId })
  if (!place.success || !/^\d{1,6}$/.test(index)) return answerRefusal(notFound())
  const { use } = await getContext()
  const slice = await openSlice(use, { ...place.data, index: Number(index) })
  return answerSlice(slice, { request, storage: services().ports.storage })
}
