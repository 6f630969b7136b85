import type { HearingPlace } from '@court/usecases/hearings/hearing-types'

type Side = 'party' | 'court'

/** Where the pages of a hearing are, for a party and for the court. */
export function hearingPath(side: Side, place: HearingPlace, below = ''): string {
  const { courtSlug, caseId, hearingId } = place
  return side === 'court'
    ? `/desk/cases/${caseId}/hearings/${hearingId}${below}`
    : `/my/${courtSlug}/${caseId}/hearings/${hearingId}${below}`
}

export function hearingFile({ courtSlug, caseId, hearingId }: HearingPlace, below: string): string {
  return `/files/hearings/${courtSlug}/${caseId}/${hearingId}${below}`
}
