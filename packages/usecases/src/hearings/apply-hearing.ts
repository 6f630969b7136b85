import type { UseCaseContext } from '../context.ts'
import { roomOf } from './hearing-types.ts'
import { openHearing } from './open-hearing.ts'
import { isAtCourt, isParty } from './seat-kinds.ts'

/**
 * The job `apply-hearing`: brings the media server in step with what the court decided. Who is in the room and should not be is removed,
 * everybody else gets the right to speak of their row. It throws while the server is down and is tried again; it can run any number of times.
 */
export async function applyHearing(
  ctx: UseCaseContext,
  { courtId, hearingId }: { courtId: string; hearingId: string },
): Promise<void> {
  const { media } = ctx.ports
  if ((await media.state()).state === 'not-configured') return
  const open = await ctx.db.withCourt({ courtId, actor: ctx.actor }, (tx) =>
    openHearing(tx, ctx, { courtId, hearingId }),
  )
  if (!open.ok) return
  const { seats, hearing } = open.value
  const room = roomOf(courtId, hearingId)
  const isOver = hearing.status === 'held' || hearing.status === 'cancelled'
  if (isOver) return media.closeRoom(room)
  for (const present of await media.listPresent(room)) {
    const seat = seats.find(({ id }) => id === present.identity)
    if (!seat) continue
    const isShutOut = isParty(seat) && (isAtCourt(seat) || seat.admittedAt === null || seat.sentOutAt !== null)
    if (isShutOut) await media.remove({ room, identity: seat.id })
    else if (present.maySpeak !== seat.maySpeak)
      await media.setSpeaking({ room, identity: seat.id, maySpeak: seat.maySpeak })
  }
  await media.signal({ room, revision: hearing.revision })
}
