import type { CourtPage } from '@court/usecases/admin/read-court'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { getApi } from '../server/api.ts'
import { requireStaff } from '../server/viewer.ts'
import { answered } from './answered.ts'

export const getCourt = cache(async (courtId: string): Promise<CourtPage> => {
  if (!z.uuid().safeParse(courtId).success) notFound()
  await requireStaff(['court-admin', 'national-admin'])
  const api = await getApi()
  return answered(api.courts.page({ courtId }))
})
