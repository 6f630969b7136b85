/** What of an event of the media server says who was there. */
export type PresenceEvent = {
  eventId: string
  kind: string
  identity: string | null
  ticket: string | null
  at: Date
}

export type Presence = { seatId: string; joinedAt: Date; leftAt: Date | null }

/**
 * Who was in the room, and when: a pure function of the set of events, so that the order and the number of times in which they arrive change
 * nothing. Joins and leaves belong together by their ticket; the end of the room is a leave for all. Servers tell whole seconds of a leave, so a
 * leave that seems to come before its join in the same second is put after it.
 */
export function attendanceOf(events: readonly PresenceEvent[], seatIds: ReadonlySet<string>): Presence[] {
  const known = [...new Map(events.map((event) => [event.eventId, event])).values()]
  const ends = known.filter(({ kind }) => kind === 'room_finished').map(({ at }) => at.getTime())
  const visits = new Map<string, { seatId: string; joins: number[]; leaves: number[] }>()
  for (const { kind, identity, ticket, at } of known) {
    if (identity === null || !seatIds.has(identity)) continue
    const isJoin = kind === 'participant_joined'
    if (!isJoin && !leaving.has(kind)) continue
    const key = `${identity} ${ticket ?? ''}`
    const visit = visits.get(key) ?? { seatId: identity, joins: [], leaves: [] }
    ;(isJoin ? visit.joins : visit.leaves).push(at.getTime())
    visits.set(key, visit)
  }
  return [...visits.values()]
    .flatMap(({ seatId, joins, leaves }) => stays(joins, [...leaves, ...ends]).map((stay) => ({ seatId, ...stay })))
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.seatId < b.seatId ? -1 : 1))
    .filter((one, index, all) => !isSame(one, all[index - 1]))
}

const leaving = new Set(['participant_left', 'participant_connection_aborted'])

const isSame = (a: Presence, b: Presence | undefined) =>
  b !== undefined && a.seatId === b.seatId && a.joinedAt.getTime() === b.joinedAt.getTime()

/** Each join lasts until the first leave at or after it, and at most until the next join. */
function stays(joins: readonly number[], leaves: readonly number[]): { joinedAt: Date; leftAt: Date | null }[] {
  const starts = [...new Set(joins)].sort((a, b) => a - b)
  const ends = [...leaves].sort((a, b) => a - b)
  return starts.map((start, index) => {
    const next = starts[index + 1]
    const end = ends.find((at) => at >= wholeSecond(start))
    const left = end === undefined ? next : next === undefined ? end : Math.min(end, next)
    return { joinedAt: new Date(start), leftAt: left === undefined ? null : new Date(Math.max(left, start)) }
  })
}

const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000
