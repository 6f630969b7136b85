import { settle } from '@court/api/errors'
import type { HearingLine } from '@court/usecases/hearings/hearing-types'
import { cache } from 'react'
import { getApi } from '../server/api.ts'

/** The sessions of a case: those to come first, then those that were. */
export const hearingsOfCase = cache(async (courtSlug: string, caseId: string) => {
  const api = await getApi()
  const lines = await settle(api.hearings.ofCase({ courtSlug, caseId }))
  return splitLines(lines.ok ? lines.value : [])
})

export const myHearings = cache(async () => {
  const api = await getApi()
  const lines = await settle(api.hearings.mine())
  return splitLines(lines.ok ? lines.value : [])
})

export function splitLines(lines: readonly HearingLine[]): { coming: HearingLine[]; earlier: HearingLine[] } {
  const isOver = ({ status }: HearingLine) => status === 'held' || status === 'cancelled'
  const sorted = [...lines].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return { coming: sorted.filter((line) => !isOver(line)), earlier: sorted.filter(isOver).reverse() }
}
