import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceOf, type PresenceEvent } from './attendance.ts'

const seats = ['seat-a', 'seat-b', 'seat-c']
const base = Date.parse('2026-03-05T01:00:00.000Z')
const seatIds = new Set(seats)

/** Visits as they really happened: a ticket, a join to the millisecond, perhaps a leave, told in whole seconds as the server tells it. */
const visit = fc.record({
  seat: fc.constantFrom(...seats),
  joinMs: fc.integer({ min: 0, max: 3_600_000 }),
  staysMs: fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: null }),
})

const eventsOf = (visits: { seat: string; joinMs: number; staysMs: number | null }[]): PresenceEvent[] =>
  visits.flatMap(({ seat, joinMs, staysMs }, index) => {
    const event = { identity: seat, ticket: `t${index}`, session: `PA_${index}` }
    const joined = { ...event, eventId: `j${index}`, kind: 'participant_joined', at: new Date(base + joinMs) }
    if (staysMs === null) return [joined]
    const left = Math.floor((base + joinMs + staysMs) / 1000) * 1000
    return [joined, { ...event, eventId: `l${index}`, kind: 'participant_left', at: new Date(left) }]
  })

test('the order of the reports and their repetition change nothing', () => {
  fc.assert(
    fc.property(
      fc.array(visit, { maxLength: 12 }).chain((visits) => {
        const events = eventsOf(visits)
        return fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length }),
          fc.array(fc.nat({ max: Math.max(0, events.length - 1) }), { maxLength: 20 }),
        )
      }),
      ([events, shuffled, repeats]) => {
        const again = repeats.flatMap((index) => events[index] ?? [])
        expect(attendanceOf([...again, ...shuffled, ...again], seatIds)).toEqual(attendanceOf(events, seatIds))
      },
    ),
    { numRuns: 500 },
  )
})

test('every visit is there once, nobody leaves before joining, and who left is away', () => {
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
      const presences = attendanceOf(eventsOf(visits), seatIds)
      const distinct = new Set(visits.map(({ seat, joinMs }) => `${seat} ${joinMs}`))
      expect(presences).toHaveLength(distinct.size)
      // One place, one person: nobody is in it twice at once.
      for (const seat of seats) {
        const own = presences.filter(({ seatId }) => seatId === seat)
        expect(
          own.slice(0, -1).filter(({ leftAt }, index) => !leftAt || leftAt > (own[index + 1]?.joinedAt ?? 0)),
        ).toEqual([])
      }
      for (const { joinedAt, leftAt } of presences) if (leftAt) expect(leftAt >= joinedAt).toBe(true)
      const stillThere = visits.filter(({ staysMs }) => staysMs === null).length
      expect(presences.filter(({ leftAt }) => leftAt === null).length).toBeLessThanOrEqual(stillThere)
    }),
    { numRuns: 300 },
  )
})

test('reports on nobody’s seat, such as the recorder, are no attendance; the end of the room ends every visit', () => {
  const at = (seconds: number) => new Date(base + seconds * 1000)
  const event = (part: Partial<PresenceEvent>): PresenceEvent => ({
    eventId: 'e',
    kind: 'participant_joined',
    identity: 'seat-a',
    ticket: 't',
    session: null,
    at: at(0),
    ...part,
  })
  const events = [
    event({ eventId: '1' }),
    event({ eventId: '2', identity: 'recorder.1' }),
    event({ eventId: '3', identity: null }),
    event({ eventId: '4', kind: 'track_published', at: at(5) }),
    event({ eventId: '5', kind: 'room_finished', identity: null, ticket: null, at: at(60) }),
  ]
  expect(attendanceOf(events, seatIds)).toEqual([{ seatId: 'seat-a', joinedAt: at(0), leftAt: at(60) }])
  const backAgain = [...events, event({ eventId: '6', ticket: 't2', at: at(90) })]
  expect(attendanceOf(backAgain, seatIds)).toEqual([
    { seatId: 'seat-a', joinedAt: at(0), leftAt: at(60) },
    { seatId: 'seat-a', joinedAt: at(90), leftAt: null },
  ])
})

test('a server that died said nothing of leaving: who comes back, or the room that begins anew, ends what was before', () => {
  const at = (seconds: number) => new Date(base + seconds * 1000)
  const join = (session: string, identity: string, seconds: number): PresenceEvent => ({
    eventId: session,
    kind: 'participant_joined',
    identity,
    ticket: session,
    session,
    at: at(seconds),
  })
  const events = [join('PA_1', 'seat-a', 0), join('PA_2', 'seat-b', 1), join('PA_3', 'seat-a', 30)]
  const began = { eventId: 'r', kind: 'room_started', identity: null, ticket: null, session: null, at: at(25) }
  expect(attendanceOf(events, seatIds)).toEqual([
    { seatId: 'seat-a', joinedAt: at(0), leftAt: at(30) },
    { seatId: 'seat-b', joinedAt: at(1), leftAt: null },
    { seatId: 'seat-a', joinedAt: at(30), leftAt: null },
  ])
  expect(attendanceOf([...events, began], seatIds)).toEqual([
    { seatId: 'seat-a', joinedAt: at(0), leftAt: at(25) },
    { seatId: 'seat-b', joinedAt: at(1), leftAt: at(25) },
    { seatId: 'seat-a', joinedAt: at(30), leftAt: null },
  ])
})

test('a key used twice within one second leaves the second one inside, by the session of its leave', () => {
  const at = (ms: number) => new Date(base + ms)
  const event = { identity: 'seat-a', ticket: 't' }
  const events = [
    { ...event, eventId: '1', kind: 'participant_joined', session: 'PA_1', at: at(100) },
    { ...event, eventId: '2', kind: 'participant_joined', session: 'PA_2', at: at(600) },
    { ...event, eventId: '3', kind: 'participant_left', session: 'PA_1', at: at(0) },
  ]
  expect(attendanceOf(events, seatIds)).toEqual([
    { seatId: 'seat-a', joinedAt: at(100), leftAt: at(100) },
    { seatId: 'seat-a', joinedAt: at(600), leftAt: null },
  ])
})
