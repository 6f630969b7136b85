import { settle } from '@court/api/errors'
import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getApi } from '../server/api.ts'
import { requirePerson } from '../server/viewer.ts'

export type CaseParams = Promise<{ court: string; caseId: string }>

// Absent and not yours look the same. Read once while a page is drawn.
export const readCase = cache(async (courtSlug: string, caseId: string): Promise<CasePage> => {
  await requirePerson()
  const api = await getApi()
  const page = await settle(api.cases.page({ courtSlug, caseId }))
  if (!page.ok) notFound()
  return page.value
})
