import { findCaseFile, findCaseFileInput } from '@court/usecases/uploads/find-case-file'
import { notFound } from '@court/usecases/refusal'
import { answerPage, answerRefusal } from '../../../../../../../../files/answer-file.ts'
import { getContext } from '../../../../../../../../server/request.ts'
import { services } from '../../../../../../../../server/services.ts'

export const dynamic = 'force-dynamic'

type Place = { court: string; caseId: string; fileId: string; page: string }

export async function GET(request: Request, { params }: { params: Promise<Place> }) {
  const { court, caseId, fileId, page } = await params
  const place = findCaseFileInput.safeParse({ courtSlug: court, caseId, fileId })
  if (!place.success) return answerRefusal(notFound())
  const { use } = await getContext()
  const { storage } = services().ports
  return answerPage(await findCaseFile(use, place.data), { request, page, storage })
}
