import type { Tx } from '@court/db/database'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { attendanceOf, isJoin, presenceKinds, visitKey, type Presence, type PresenceEvent } from './attendance.ts'
import { moveRevision, saveSeat } from './change-hearing.ts'
import { roomOf } from './hearing-types.ts'
import { openHearing, type OpenHearing, type Seat } from './open-hearing.ts'
import { isAtCourt, isParty } from './seat-kinds.ts'
import { tellRoom, type RoomChange } from './tell-room.ts'

export type EventToHandle = { courtId: string; eventId: string }

/**
 * The job `handle-media-event`. Attendance is computed anew from all events that are there, so repetition and disorder change nothing. Who is
 * inside without being admitted, with an old ticket, or with one that was used before is removed; everybody else gets exactly the right to
 * speak that their row says. The media server is told after the transaction; a removal that fails is tried again by the queue.
 */
export async function handleMediaEvent(ctx: UseCaseContext, { courtId, eventId }: EventToHandle): Promise<void> {
  const done = await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const event = await tx.mediaEvent.findUnique({ where: { courtId_eventId: { courtId, eventId } } })
    if (!event) return null
    const { hearingId, identity } = event
    const open = await openHearing(tx, ctx, { courtId, hearingId, lock: true })
    if (!open.ok) return null
    const events = await tx.mediaEvent.findMany({
      where: { courtId, hearingId, kind: { in: [...presenceKinds] } },
      orderBy: [{ at: 'asc' }, { eventId: 'asc' }],
    })
    const presences = attendanceOf(events, new Set(open.value.seats.map(({ id }) => id)))
    const isChanged = await saveAttendance(tx, open.value, presences)
    const seat = open.value.seats.find(({ id }) => id === identity)
    const change = seat ? await judgeEntry(tx, ctx, open.value, { seat, events, presences }) : null
    if (isChanged) await moveRevision(tx, ctx, { courtId, hearingId })
    const revision = open.value.hearing.revision + (isChanged ? 1 : 0)
    return { hearing: { courtId, id: hearingId, revision }, change }
  })
  if (!done) return
  const { change } = done
  if (change?.kind === 'remove')
    await ctx.ports.media.remove({ room: roomOf(courtId, done.hearing.id), identity: change.seatId })
  await tellRoom(ctx, done, change?.kind === 'speaking' ? [change] : [])
}

async function saveAttendance(
  tx: Tx,
  { hearing, attendance }: OpenHearing,
  presences: readonly Presence[],
): Promise<boolean> {
  if (textOf(attendance) === textOf(presences)) return false
  const { courtId, id: hearingId, caseId } = hearing
  await tx.hearingAttendance.deleteMany({ where: { courtId, hearingId } })
  await tx.hearingAttendance.createMany({ data: presences.map((one) => ({ courtId, hearingId, caseId, ...one })) })
  return true
}

const textOf = (presences: readonly Presence[]) =>
  JSON.stringify(presences.map(({ seatId, joinedAt, leftAt }) => [seatId, joinedAt, leftAt]))

type Entry = { seat: Seat; events: readonly PresenceEvent[]; presences: readonly Presence[] }

/** May whoever sits there now be there? A ticket is good for one entry, and only the last one given out; what came before it is past. */
async function judgeEntry(tx: Tx, ctx: UseCaseContext, open: OpenHearing, entry: Entry): Promise<RoomChange | null> {
  const { seat, events, presences } = entry
  const joins = events.filter((event) => isJoin(event) && event.identity === seat.id)
  const last = joins.at(-1)
  const isInside = presences.some(
    ({ seatId, joinedAt, leftAt }) =>
      seatId === seat.id && leftAt === null && joinedAt.getTime() === last?.at.getTime(),
  )
  if (!last || !isInside) return null
  const why = whyNot(open, seat, { last, joins })
  if (why === null) {
    if (seat.ticketUsedAt === null) await saveSeat(tx, seat, { ticketUsedAt: last.at })
    return { kind: 'speaking', seatId: seat.id, maySpeak: seat.maySpeak }
  }
  await noteOnce(tx, ctx, open, { seat, why, eventId: last.eventId })
  return { kind: 'remove', seatId: seat.id }
}

function whyNot(
  { hearing }: OpenHearing,
  seat: Seat,
  { last, joins }: { last: PresenceEvent; joins: readonly PresenceEvent[] },
) {
  const isOver = hearing.status === 'held' || hearing.status === 'cancelled'
  if (isOver) return 'over'
  if (isParty(seat) && (isAtCourt(seat) || seat.admittedAt === null || seat.sentOutAt !== null)) return 'not-admitted'
  if (last.ticket === null || last.ticket !== seat.ticket) return 'old-ticket'
  const entries = joins.filter(({ ticket }) => ticket === last.ticket)
  const sessions = new Set(entries.map((entry) => (entry.session === null ? entry.eventId : visitKey(entry))))
  return sessions.size > 1 ? 'ticket-used' : null
}

async function noteOnce(
  tx: Tx,
  ctx: UseCaseContext,
  { hearing }: OpenHearing,
  { seat, why, eventId }: { seat: Seat; why: string; eventId: string },
): Promise<void> {
  const { courtId, id, caseId } = hearing
  const effect = { courtId, kind: 'hearing-entry-refused', key: eventId, at: ctx.now() }
  const { count } = await tx.effect.createMany({ data: [effect], skipDuplicates: true })
  if (count === 0) return
  await audit(tx, ctx, {
    action: 'hearing-entry-refused',
    courtId,
    caseId,
    subject: { kind: 'hearing-seat', id: seat.id },
    data: { hearing: id, why, event: eventId },
  })
}
