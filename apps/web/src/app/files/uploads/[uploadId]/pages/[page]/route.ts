import { findUploadFile, findUploadFileInput } from '@court/usecases/uploads/find-upload-file'
import { notFound } from '@court/usecases/refusal'
import { answerPage, answerRefusal } from '../../../../../../files/answer-file.ts'
import { getContext } from '../../../../../../server/request.ts'
import { services } from '../../../../../../server/services.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ uploadId: string; page: string }> }) {
  const { uploadId, page } = await params
  const place = findUploadFileInput.safeParse({ uploadId })
  if (!place.success) return answerRefusal(notFound())
  const { use } = await getContext()
  const { storage } = services().ports
  return answerPage(await findUploadFile(use, place.data), { request, page, storage })
}
