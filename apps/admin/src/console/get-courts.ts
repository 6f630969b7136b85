import type { CourtInTree } from '@court/usecases/admin/list-courts'
import { cache } from 'react'
import { getApi } from '../server/api.ts'
import { requireStaff } from '../server/viewer.ts'
import { answered } from './answered.ts'

export type Console = { courts: CourtInTree[]; isNational: boolean; ownCourtId: string }

// The tree of courts and how far this administrator reaches. Asked once while a page is drawn.
export const getConsole = cache(async (): Promise<Console> => {
  const actor = await requireStaff(['court-admin', 'national-admin'])
  const api = await getApi()
  const courts = await answered(api.courts.tree())
  return { courts, isNational: actor.roles.includes('national-admin'), ownCourtId: actor.courtId }
})
