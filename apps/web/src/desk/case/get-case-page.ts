import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { getApi } from '../../server/api.ts'
import { answered } from '../answered.ts'
import { getReader, type DeskReader } from '../desk-reader.ts'

// The case of an address, as this reader may see it; asked once while a page is drawn.
export const getCasePage = cache(async (caseId: string): Promise<{ page: CasePage; reader: DeskReader }> => {
  if (!z.uuid().safeParse(caseId).success) notFound()
  const [reader, api] = await Promise.all([getReader(), getApi()])
  const page = await answered(api.cases.page({ courtSlug: reader.courtSlug, caseId }))
  return { page, reader }
})
