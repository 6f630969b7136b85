import { settle } from '@court/api/errors'
import type { DraftView } from '@court/usecases/filing/draft-view'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getApi } from '../server/api.ts'
import { requirePerson } from '../server/viewer.ts'

// A draft of the reader; another's is absent. Read once while a page is drawn.
export const readDraft = cache(async (draftId: string): Promise<DraftView> => {
  await requirePerson()
  const api = await getApi()
  const draft = await settle(api.filing.draft({ draftId }))
  if (!draft.ok) notFound()
  return draft.value
})

export function draftPath(draftId: string, step = ''): string {
  return step === '' ? `/file/d/${draftId}` : `/file/d/${draftId}/${step}`
}
