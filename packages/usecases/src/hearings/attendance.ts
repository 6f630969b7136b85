/** What of an event of the media server says who was there. */
export type PresenceEvent = {
  eventId: string
  kind: string
  identity: string | null
  ticket: string | null
  /** The server's own name of one presence, from joining to leaving. */
  session: string | null
  at: Date
}

export type Presence = { seatId: string; joinedAt: Date; leftAt: Date | null }

/**
 * Who was in the room, and when: a pure function of the set of events, so that the order and the number of times in which they arrive change
 * nothing. A join and a leave belong together by the session. A server that died says nothing of leaving: then the visit ends when the same
 * person joins anew, or when the room begins or ends. Servers tell joins to the millisecond and all else in whole seconds.
 */
export function attendanceOf(events: readonly PresenceEvent[], seatIds: ReadonlySet<string>): Presence[] {
  const known = [...new Map(events.map((event) => [event.eventId, event])).values()]
  const visits = visitsOf(known, seatIds)
  const times = (kind: string) => known.filter((event) => event.kind === kind).map(({ at }) => at.getTime())
  const [begins, ends] = [times('room_started'), times('room_finished')]
  return visits
    .map((visit) => {
      const joined = visit.joinedMs
      const lefts = [
        ...visit.leaves,
        ...visits
          .filter((other) => other.seatId === visit.seatId && other.joinedMs > joined)
          .map((other) => other.joinedMs),
        ...begins.filter((at) => at > joined),
        ...ends.filter((at) => at >= wholeSecond(joined)),
      ]
      const left = lefts.length === 0 ? null : new Date(Math.max(joined, Math.min(...lefts)))
      return { seatId: visit.seatId, joinedAt: new Date(joined), leftAt: left }
    })
    .sort(byTime)
    .filter((one, index, all) => !isSame(one, all[index - 1]))
}

/** Of all that a media server reports, what says who is there. */
export const presenceKinds: readonly string[] = [
  'participant_joined',
  'participant_left',
  'participant_connection_aborted',
  'room_started',
  'room_finished',
]

export const isJoin = ({ kind }: Pick<PresenceEvent, 'kind'>): boolean => kind === 'participant_joined'

/** One visit: the session, or the ticket where a server names no sessions. */
export const visitKey = ({ identity, session, ticket }: PresenceEvent): string =>
  `${identity ?? ''} ${session ?? `ticket ${ticket ?? ''}`}`

type Visit = { seatId: string; joinedMs: number; leaves: number[] }

function visitsOf(events: readonly PresenceEvent[], seatIds: ReadonlySet<string>): Visit[] {
  const ofSeats = events.filter(({ identity }) => identity !== null && seatIds.has(identity))
  const leaves = ofSeats.filter(({ kind }) => leaving.has(kind))
  return ofSeats.filter(isJoin).map((join) => {
    const joinedMs = join.at.getTime()
    const own = leaves.filter((leave) => visitKey(leave) === visitKey(join)).map(({ at }) => at.getTime())
    // By its ticket alone a leave may be that of an earlier entry.
    const isLater = (ms: number) => join.session !== null || ms >= wholeSecond(joinedMs)
    return { seatId: join.identity ?? '', joinedMs, leaves: own.filter(isLater) }
  })
}

const leaving = new Set(['participant_left', 'participant_connection_aborted'])

const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000

const byTime = (a: Presence, b: Presence): number =>
  a.joinedAt.getTime() - b.joinedAt.getTime() ||
  (a.seatId < b.seatId ? -1 : a.seatId > b.seatId ? 1 : 0) ||
  (a.leftAt?.getTime() ?? Infinity) - (b.leftAt?.getTime() ?? Infinity)

const isSame = (a: Presence, b: Presence | undefined) =>
  b !== undefined && a.seatId === b.seatId && a.joinedAt.getTime() === b.joinedAt.getTime()
