import { settle } from '@court/api/errors'
import { hearingPlace, type HearingPlace, type HearingView } from '@court/usecases/hearings/hearing-types'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { answered } from '../desk/answered.ts'
import { getReader, type DeskReader } from '../desk/desk-reader.ts'
import { getApi } from '../server/api.ts'
import { requirePerson } from '../server/viewer.ts'
import { hearingPath } from './hearing-path.ts'

export type PartyParams = Promise<{ court: string; caseId: string; hearingId: string }>
export type CourtParams = Promise<{ caseId: string; hearingId: string }>
type Read = { view: HearingView; place: HearingPlace }

/** A hearing as a party may see it. Absent and not yours look the same; asked once while a page is drawn. */
export const readPartyHearing = cache(async (court: string, caseId: string, hearingId: string): Promise<Read> => {
  await requirePerson()
  const place = hearingPlace.safeParse({ courtSlug: court, caseId, hearingId })
  if (!place.success) notFound()
  const api = await getApi()
  const view = await settle(api.hearings.view(place.data))
  if (!view.ok) notFound()
  return { view: view.value, place: place.data }
})

export const readCourtHearing = cache(
  async (caseId: string, hearingId: string): Promise<Read & { reader: DeskReader }> => {
    const reader = await getReader()
    const place = hearingPlace.safeParse({ courtSlug: reader.courtSlug, caseId, hearingId })
    if (!place.success) notFound()
    const api = await getApi()
    return { view: await answered(api.hearings.view(place.data)), place: place.data, reader }
  },
)

/** The room is for whose door is open, and for who follows it from a seat in the courtroom; all others go back to the door. */
export function doorOrRoom({ view, place }: Read): void {
  const { side, before } = view.viewer
  if (view.hearing.status === 'held') redirect(hearingPath(side, place, '/record'))
  if (view.hearing.status === 'cancelled') redirect(hearingPath(side, place))
  if (side === 'party' && before !== null && before !== 'in-court') redirect(hearingPath(side, place))
}
