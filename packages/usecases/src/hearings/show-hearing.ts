import { courtIdFor } from '../case/open-case.ts'
import { inCourt } from '../case/in-court.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { hearingView } from './hearing-view.ts'
import type { HearingPlace, HearingView } from './hearing-types.ts'
import { mediaNow } from './media-now.ts'
import { openHearing } from './open-hearing.ts'

/** The hearing for whoever stands in the case, and for the staff who have a part in it: door, room and record read this one answer. */
export async function showHearing(ctx: UseCaseContext, place: HearingPlace): Promise<Result<HearingView>> {
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  const [media, open] = await Promise.all([
    mediaNow(ctx),
    inCourt(ctx, courtId, (tx) => openHearing(tx, ctx, { ...place, courtId })),
  ])
  if (!open.ok) return open
  return accepted(hearingView(open.value, { now: ctx.now(), media }))
}
