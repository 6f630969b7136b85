import { beforeAll, describe, expect, test } from 'vitest'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { hearingScene } from '@court/testkit/hearings'
import { describeWithMedia, startTestMediaServer } from '@court/testkit/media/server'
import { joinAsClient } from '@court/testkit/media/client'
import { createTestPorts } from '@court/testkit/ports'
import { systemActor } from '@court/testkit/context'
import type { MediaEvent, MediaPort } from '../ports/media.ts'
import { applyHearing } from './apply-hearing.ts'
import { giveFloor } from './give-floor.ts'
import { handleMediaEvent } from './handle-media-event.ts'
import { roomOf, type HearingPlace } from './hearing-types.ts'
import { joinHearing } from './join-hearing.ts'
import { receiveMediaEvent } from './receive-media-event.ts'
import { showHearing } from './show-hearing.ts'

const scene = await hearingScene(await courtAtWork(await createTestDatabase(), await createTestPorts()))
const { all, court, clock, must, judge, plaintiff, defendant } = scene
const worker = scene.as(systemActor('handle-media-event'))
const start = '2026-03-02T01:00:00.000Z'

const sitting = () => {
  clock.set(start)
  return scene.inSession('2026-03-05')
}
const at = (seconds: number) => new Date(Date.parse('2026-03-05T01:30:00.000Z') + seconds * 1000)
let events = 0
const eventOf = (place: HearingPlace, part: Partial<MediaEvent>): MediaEvent => ({
  id: `EV_${(events += 1)}`,
  kind: 'participant_joined',
  room: roomOf(court.id, place.hearingId),
  at: at(0),
  identity: null,
  ticket: null,
  session: null,
  track: null,
  ...part,
})
const handle = async (event: MediaEvent) => {
  const received = must(await receiveMediaEvent(worker, event))
  await handleMediaEvent(worker, { courtId: court.id, eventId: event.id })
  return received
}
const presentOf = async (place: HearingPlace) =>
  must(await showHearing(judge, place))
    .seats.filter(({ isPresent }) => isPresent)
    .map(({ role }) => role)

describe('reports of the media server', () => {
  test('are taken once, owed to the queue, and those of no hearing are forgotten', async () => {
    const place = await sitting()
    const event = eventOf(place, { identity: await scene.seatOf(place, 'plaintiff'), ticket: 't1' })
    expect(must(await receiveMediaEvent(worker, event))).toBe('taken')
    expect(must(await receiveMediaEvent(worker, event))).toBe('known')
    const owed = await all.outbox.findMany({ where: { kind: 'handle-media-event', caseId: place.caseId } })
    expect(owed.map(({ payload }) => payload)).toEqual([{ courtId: court.id, eventId: event.id }])
    for (const room of ['lobby', roomOf(court.id, court.id), `${court.id}.x`])
      expect(must(await receiveMediaEvent(worker, { ...event, room }))).toBe('of-no-hearing')
  })

  test('make the same attendance in whatever order and however often they come', async () => {
    const place = await sitting()
    const [a, b] = [await scene.seatOf(place, 'plaintiff'), await scene.seatOf(place, 'defendant')]
    await all.hearingSeat.update({ where: { courtId_id: { courtId: court.id, id: a } }, data: { ticket: 'a2' } })
    await all.hearingSeat.update({ where: { courtId_id: { courtId: court.id, id: b } }, data: { ticket: 'b1' } })
    const told = [
      eventOf(place, { identity: a, ticket: 'a1', at: at(0) }),
      eventOf(place, { identity: b, ticket: 'b1', at: at(5) }),
      eventOf(place, { kind: 'participant_left', identity: a, ticket: 'a1', at: at(60) }),
      eventOf(place, { identity: a, ticket: 'a2', at: at(75) }),
    ]
    const order = [3, 2, 0, 1, 0, 3, 2, 2]
    for (const index of order) {
      const event = told[index]
      if (!event) throw new Error('no such event')
      // An entry with an old key is put out, which needs a server; here there is none, and what counts is who was there.
      await handle(event).catch(() => undefined)
    }
    const rows = await all.hearingAttendance.findMany({
      where: { hearingId: place.hearingId },
      orderBy: { joinedAt: 'asc' },
    })
    expect(rows.map(({ seatId, joinedAt, leftAt }) => [seatId, joinedAt, leftAt])).toEqual([
      [a, at(0), at(60)],
      [b, at(5), null],
      [a, at(75), null],
    ])
    expect(await presentOf(place)).toEqual(['plaintiff', 'defendant'])
    expect(await all.mediaEvent.count({ where: { hearingId: place.hearingId } })).toBe(4)
  })

  test('of a recorder, or of somebody who has no seat, are no attendance', async () => {
    const place = await sitting()
    await handle(eventOf(place, { identity: 'recorder.r1', ticket: 'r1' }))
    await handle(eventOf(place, { identity: 'somebody', ticket: 'x' }))
    expect(await presentOf(place)).toEqual([])
  })
})

describeWithMedia('with the media server', () => {
  let media: MediaPort
  beforeAll(async () => {
    media = (await startTestMediaServer()).media
  })
  // The clock of the test stands still in another year; what the server signs and checks is of today.
  const withMedia = <C extends { ports: object }>(ctx: C): C => ({ ...ctx, ports: { ...ctx.ports, media } })
  const enter = async (who: typeof plaintiff, place: HearingPlace) => {
    const key = must(await joinHearing(withMedia(who), place))
    return { key, client: await joinAsClient({ url: key.address, token: key.token }) }
  }
  const joinedEvent = async (place: HearingPlace, seatId: string, id: string) => {
    const room = roomOf(court.id, place.hearingId)
    const there = (await media.listPresent(room)).find(({ identity }) => identity === seatId)
    return { ...eventOf(place, { identity: seatId, ticket: there?.ticket ?? null, at: at(events) }), id }
  }
  const handleThere = async (event: MediaEvent) => {
    must(await receiveMediaEvent(worker, event))
    await handleMediaEvent(withMedia(worker), { courtId: court.id, eventId: event.id })
  }
  const whoIsThere = async (place: HearingPlace) =>
    (await media.listPresent(roomOf(court.id, place.hearingId))).map(({ identity }) => identity)

  test('a key is for one seat and five minutes at most, an older one puts its bearer out, and the floor is the row’s', async () => {
    const place = await sitting()
    const seatId = await scene.seatOf(place, 'plaintiff')
    const old = must(await joinHearing(withMedia(plaintiff), place))
    expect(old.seatId).toBe(seatId)
    expect(old.expiresAt.getTime() - clock.now().getTime()).toBeLessThanOrEqual(600_000)
    must(await joinHearing(withMedia(plaintiff), place))
    const bearer = await joinAsClient({ url: old.address, token: old.token })
    await handleThere(await joinedEvent(place, seatId, 'EV_old'))
    await expect.poll(() => whoIsThere(place)).toEqual([])
    await bearer.leave()
    expect(
      await all.audit.findMany({ where: { caseId: place.caseId, action: 'hearing-entry-refused' } }),
    ).toMatchObject([{ subjectId: seatId, data: { why: 'old-ticket' } }])
    const { client } = await enter(plaintiff, place)
    await handleThere(await joinedEvent(place, seatId, 'EV_new'))
    expect(await whoIsThere(place)).toEqual([seatId])
    must(await giveFloor(withMedia(judge), { ...place, seatId, maySpeak: true }))
    await expect.poll(async () => (await media.listPresent(roomOf(court.id, place.hearingId)))[0]?.maySpeak).toBe(true)
    // A server that missed a decision is brought in step by the job.
    await all.hearingSeat.update({
      where: { courtId_id: { courtId: court.id, id: seatId } },
      data: { maySpeak: false },
    })
    await applyHearing(withMedia(worker), { courtId: court.id, hearingId: place.hearingId })
    await expect.poll(async () => (await media.listPresent(roomOf(court.id, place.hearingId)))[0]?.maySpeak).toBe(false)
    await client.leave()
  })

  test('who is no longer admitted is put out by the job, whoever told the server before', async () => {
    const place = await sitting()
    const seatId = await scene.seatOf(place, 'defendant')
    const { client } = await enter(defendant, place)
    expect(await whoIsThere(place)).toEqual([seatId])
    await all.hearingSeat.update({
      where: { courtId_id: { courtId: court.id, id: seatId } },
      data: { admittedAt: null },
    })
    await applyHearing(withMedia(worker), { courtId: court.id, hearingId: place.hearingId })
    await expect.poll(() => whoIsThere(place)).toEqual([])
    await client.leave()
  })
})
