import { hearingRoom, roomOfRow, type HearingRoom } from '@court/db/reads/hearing-room'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import { knownCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { hearingView } from './hearing-view.ts'
import type { HearingPlace, HearingView } from './hearing-types.ts'
import { mediaNow } from './media-now.ts'
import { meetHearing, openHearing, type OpenHearing } from './open-hearing.ts'

/**
 * The hearing for whoever stands in the case, and for the staff who have a part in it: door, room and record read this one answer. While it is
 * in session every page reads it again and again: then it is one round trip, for the code is known and so is the court.
 */
export async function showHearing(ctx: UseCaseContext, place: HearingPlace): Promise<Result<HearingView>> {
  const [media, open] = await Promise.all([mediaNow(ctx), findHearing(ctx, place)])
  return open.ok ? accepted(hearingView(open.value, { now: ctx.now(), media })) : open
}

async function findHearing(ctx: UseCaseContext, place: HearingPlace): Promise<Result<OpenHearing>> {
  const room = await askLikely(ctx, place)
  const code = room && room.hearing.status !== 'scheduled' ? knownCode(room.hearing.codeHash) : null
  if (room && code) return meetHearing(ctx, room, code)
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  remember(place.courtSlug, courtId)
  return inCourt(ctx, courtId, (tx) => openHearing(tx, ctx, { ...place, courtId }))
}

/** In the court that is most likely the one: what comes back says itself whose it is, and is used only when it is the one asked for. */
async function askLikely(
  ctx: UseCaseContext,
  { courtSlug, caseId, hearingId }: HearingPlace,
): Promise<HearingRoom | null> {
  const { actor } = ctx
  const courtId = actor.kind === 'staff' ? actor.courtId : courtIds.get(courtSlug)
  if (courtId === undefined) return null
  const { rooms } = await ctx.db.askCourt({ courtId, actor }, { rooms: hearingRoom(courtId, hearingId) })
  const room = roomOfRow(rooms[0])
  return room?.court.slug === courtSlug && room.case.id === caseId ? room : null
}

const courtIds = new Map<string, string>()
const courtIdsMax = 10_000

function remember(slug: string, courtId: string): void {
  const oldest = courtIds.size >= courtIdsMax ? courtIds.keys().next().value : undefined
  if (oldest !== undefined) courtIds.delete(oldest)
  courtIds.set(slug, courtId)
}
