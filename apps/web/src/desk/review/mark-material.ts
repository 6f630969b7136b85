'use server'

import { settle } from '@court/api/errors'
import { revalidatePath } from 'next/cache'
import { getSay } from '@court/site/say'
import { getApi } from '../../server/api.ts'
import { getReader } from '../desk-reader.ts'

const marks = ['pending', 'passed', 'returned', 'original-required'] as const

export type MarkAnswer = { reason: string } | null

// Whether one material passes, with the coded reasons that will stand in the notice. May be changed until the filing is decided.
export async function markMaterial(_before: MarkAnswer, data: FormData): Promise<MarkAnswer> {
  const text = (name: string) => String(data.get(name) ?? '')
  const status = marks.find((mark) => mark === text('status'))
  if (!status) return null
  const [reader, api, say] = await Promise.all([getReader(), getApi(), getSay()])
  const answer = await settle(
    api.cases.reviewMaterial({
      courtSlug: reader.courtSlug,
      caseId: text('caseId'),
      materialId: text('materialId'),
      status,
      reasons: reasonsOf(status, data),
      note: text('note'),
    }),
  )
  if (!answer.ok) return { reason: say(Object.values(answer.fields ?? {})[0] ?? answer.reason) }
  revalidatePath(`/desk/cases/${text('caseId')}/review`)
  return null
}

function reasonsOf(status: (typeof marks)[number], data: FormData): string[] {
  if (status !== 'returned' && status !== 'original-required') return []
  const chosen = data.getAll('reasons').map(String)
  const usual = String(data.get('usualReason') ?? '')
  return chosen.length === 0 && status === 'returned' && usual ? [usual] : chosen
}
