import { findUploadFile, findUploadFileInput } from '@court/usecases/uploads/find-upload-file'
import { notFound } from '@court/usecases/refusal'
import { answerFile, answerRefusal } from '../../../../files/answer-file.ts'
import { getContext } from '../../../../server/request.ts'
import { services } from '../../../../server/services.ts'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ uploadId: string }> }) {
  const place = findUploadFileInput.safeParse(await params)
  if (!place.success) return answerRefusal(notFound())
  const { use } = await getContext()
  return answerFile(await findUploadFile(use, place.data), services().ports.storage)
}
