import type { HearingPlace, HearingView } from '@court/usecases/hearings/hearing-types'

export const placeOf = (view: HearingView): HearingPlace => ({
  courtSlug: view.court.slug,
  caseId: view.case.id,
  hearingId: view.hearing.id,
})
