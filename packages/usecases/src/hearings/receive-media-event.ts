import type { UseCaseContext } from '../context.ts'
import { owe } from '../owe.ts'
import type { MediaEvent } from '../ports/media.ts'
import { accepted, type Result } from '../refusal.ts'
import { presenceKinds } from './attendance.ts'
import { placeOfRoom } from './hearing-types.ts'

/** The server's own are some twenty characters long. */
const eventIdMax = 100

export type Received = 'taken' | 'known' | 'of-no-hearing'

/**
 * A report of the media server whose signature was checked (`MediaPort.readEvent`): stored once however often it comes, and handled by a job. A
 * report on a room that is no hearing's is answered and forgotten, or the server would repeat it for ever.
 */
export async function receiveMediaEvent(ctx: UseCaseContext, event: MediaEvent): Promise<Result<Received>> {
  const place = placeOfRoom(event.room)
  if (!place) return accepted('of-no-hearing')
  const received = await ctx.db.withCourt(
    { courtId: place.courtId, actor: ctx.actor },
    async (tx): Promise<Received> => {
      const hearing = await tx.hearing.findUnique({
        where: { courtId_id: { courtId: place.courtId, id: place.hearingId } },
        select: { caseId: true },
      })
      if (!hearing) return 'of-no-hearing'
      const { count } = await tx.mediaEvent.createMany({ data: [rowOf(ctx, event, place)], skipDuplicates: true })
      if (count === 0) return 'known'
      // Tracks are kept for the record; who is there they do not change.
      if (!presenceKinds.includes(event.kind)) return 'taken'
      await owe(tx, ctx, {
        courtId: place.courtId,
        caseId: hearing.caseId,
        job: 'handle-media-event',
        payload: { courtId: place.courtId, eventId: event.id.slice(0, eventIdMax) },
      })
      return 'taken'
    },
  )
  return accepted(received)
}

const rowOf = (
  ctx: UseCaseContext,
  { id, kind, at, identity, ticket, session, track }: MediaEvent,
  { courtId, hearingId }: { courtId: string; hearingId: string },
) => ({
  courtId,
  eventId: id.slice(0, eventIdMax),
  hearingId,
  kind: kind.slice(0, 100),
  identity,
  ticket,
  session,
  ...(track ? { track } : {}),
  at,
  receivedAt: ctx.now(),
})
