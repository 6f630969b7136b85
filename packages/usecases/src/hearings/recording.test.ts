import { describe, expect, test } from 'vitest'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { hearingScene } from '@court/testkit/hearings'
import { createTestPorts } from '@court/testkit/ports'
import { systemActor } from '@court/testkit/context'
import { chainHashOf, emptyChain } from './chain-hash.ts'
import { findHearingsToRecord } from './find-hearings-to-record.ts'
import type { HearingPlace } from './hearing-types.ts'
import { noteRecordingImpossible } from './note-recording-impossible.ts'
import { openSlice } from './open-slice.ts'
import { recordGap } from './record-gap.ts'
import { recordSlice } from './record-slice.ts'
import { setStatus } from './set-status.ts'
import { showHearing } from './show-hearing.ts'
import { leaveRecorder, renewRecorder } from './take-recorder.ts'
import { verifyRecording } from './verify-recording.ts'

const scene = await hearingScene(await courtAtWork(await createTestDatabase(), await createTestPorts()))
const { all, court, elsewhere, clock, must, judge, plaintiff } = scene
const worker = scene.as(systemActor('recorder'))
const outsider = await scene.person({ name: '路人' })
const foreignClerk = await scene.staff(['court-clerk'], '外地书记', elsewhere.id)
const start = '2026-03-02T01:00:00.000Z'
const at = (seconds: number) => new Date(Date.parse('2026-03-05T01:30:00.000Z') + seconds * 1000)

const sitting = async () => {
  clock.set(start)
  const place = await scene.inSession('2026-03-05')
  return { place, ids: { courtId: court.id, hearingId: place.hearingId } }
}
const leaseTo = (place: HearingPlace, recorderId: string, leaseUntil: Date) =>
  all.hearingRecorder.upsert({
    where: { courtId_hearingId: { courtId: court.id, hearingId: place.hearingId } },
    create: {
      courtId: court.id,
      hearingId: place.hearingId,
      caseId: place.caseId,
      recorderId,
      leaseUntil,
      updatedAt: clock.now(),
    },
    update: { recorderId, leaseUntil, updatedAt: clock.now() },
  })
const slice = (ids: { courtId: string; hearingId: string }, index: number, recorderId = 'r1') => ({
  ...ids,
  recorderId,
  startedAt: at(index * 4),
  endedAt: at(index * 4 + 4),
  mime: 'video/mp4',
  body: new TextEncoder().encode(`piece ${index} of ${ids.hearingId}`),
})

describe('pieces of the recording', () => {
  test('are stored, hashed and chained; the same piece again is the same row', async () => {
    const { place, ids } = await sitting()
    await leaseTo(place, 'r1', at(3600))
    const first = must(await recordSlice(worker, slice(ids, 0)))
    const second = must(await recordSlice(worker, slice(ids, 1)))
    expect(must(await recordSlice(worker, slice(ids, 1)))).toEqual(second)
    expect(first.previousHash).toBe(emptyChain)
    expect(second.previousHash).toBe(first.chainHash)
    expect(second.chainHash).toBe(chainHashOf({ ...second, startedAt: at(4), endedAt: at(8) }))
    const view = must(await showHearing(plaintiff, place))
    expect(view.recording).toMatchObject({ state: 'not-possible', slices: [{ index: 0 }, { index: 1 }] })
    expect(view.viewer.may).toContain('play')
    expect(must(await verifyRecording(plaintiff, place))).toEqual({
      isWhole: true,
      slices: 2,
      head: second.chainHash,
      faults: [],
    })
  })

  test('come from the recorder that has the hearing, in the order of time, and not after the end', async () => {
    const { place, ids } = await sitting()
    await leaseTo(place, 'r1', at(3600))
    must(await recordSlice(worker, slice(ids, 3)))
    expect(await recordSlice(worker, slice(ids, 4, 'r2'))).toMatchObject({ ruleId: 'recording.other-recorder' })
    expect(await recordSlice(worker, slice(ids, 1))).toMatchObject({ ruleId: 'recording.out-of-turn' })
    await all.hearing.updateMany({ where: { id: place.hearingId }, data: { status: 'held' } })
    expect(await recordSlice(worker, slice(ids, 5))).toMatchObject({ ruleId: 'recording.closed' })
  })

  test('are opened by those who stand in the case, and each opening is in the audit', async () => {
    const { place, ids } = await sitting()
    await leaseTo(place, 'r1', at(3600))
    const { sizeBytes } = must(await recordSlice(worker, slice(ids, 0)))
    expect(must(await openSlice(plaintiff, { ...place, index: 0 }))).toMatchObject({
      courtId: court.id,
      mime: 'video/mp4',
      sizeBytes,
    })
    expect(await openSlice(plaintiff, { ...place, index: 1 })).toMatchObject({ kind: 'not-found' })
    for (const who of [outsider, foreignClerk]) {
      expect(await openSlice(who, { ...place, index: 0 })).toMatchObject({ kind: 'not-found' })
      expect(await verifyRecording(who, place)).toMatchObject({ kind: 'not-found' })
    }
    expect(await all.audit.count({ where: { caseId: place.caseId, action: 'hearing-slice-opened' } })).toBe(1)
  })

  test('a changed file and a changed row are both found', async () => {
    const { place, ids } = await sitting()
    await leaseTo(place, 'r1', at(3600))
    for (const index of [0, 1, 2]) must(await recordSlice(worker, slice(ids, index)))
    await all.hearingSlice.update({
      where: { courtId_hearingId_index: { ...ids, index: 1 } },
      data: { endedAt: at(9) },
    })
    const row = await all.hearingSlice.findFirstOrThrow({ where: { hearingId: place.hearingId, index: 2 } })
    await scene.ports.storage.remove({ courtId: court.id, key: row.storageKey })
    const check = must(await verifyRecording(judge, place))
    expect(check.isWhole).toBe(false)
    expect(check.faults).toEqual([
      { index: 1, what: 'chain' },
      { index: 2, what: 'absent' },
    ])
  })
})

describe('gaps', () => {
  test('keep their reason and end with the next piece; the same gap again is one', async () => {
    const { place, ids } = await sitting()
    await leaseTo(place, 'r1', at(3600))
    must(await recordSlice(worker, slice(ids, 0)))
    const gap = { ...ids, recorderId: 'r1', fromAt: at(4), toAt: null, why: 'media-server-away' }
    await recordGap(worker, gap)
    await recordGap(worker, gap)
    expect(must(await showHearing(judge, place)).recording.gaps).toEqual([
      { fromAt: at(4), toAt: null, why: 'media-server-away' },
    ])
    must(await recordSlice(worker, slice(ids, 5)))
    expect(must(await showHearing(judge, place)).recording.gaps).toEqual([
      { fromAt: at(4), toAt: at(20), why: 'media-server-away' },
    ])
  })
})

describe('who records', () => {
  test('a hearing in session without a recorder is found, over all courts; one in a break or being read is not', async () => {
    const { place, ids } = await sitting()
    const found = async () =>
      (await findHearingsToRecord(worker)).some(({ hearingId }) => hearingId === place.hearingId)
    expect(await found()).toBe(true)
    await leaseTo(place, 'r1', new Date(clock.now().getTime() + 20_000))
    expect(await found()).toBe(false)
    clock.advance({ minutes: 1 })
    expect(await found()).toBe(true)
    must(await setStatus(judge, { ...place, status: 'paused' }))
    expect(await found()).toBe(false)
    must(await setStatus(judge, { ...place, status: 'open' }))
    await leaseTo(place, 'r1', new Date(clock.now().getTime() + 20_000))
    expect(must(await renewRecorder(worker, { ...ids, recorderId: 'r1', leaseSeconds: 20 }))).toEqual({ goesOn: true })
    expect(must(await renewRecorder(worker, { ...ids, recorderId: 'r2', leaseSeconds: 20 }))).toEqual({ goesOn: false })
    await leaveRecorder(worker, { ...ids, recorderId: 'r1' })
    expect(must(await renewRecorder(worker, { ...ids, recorderId: 'r1', leaseSeconds: 20 }))).toEqual({ goesOn: false })
  })

  test('an installation that cannot record says so, and nobody tries again', async () => {
    const { place, ids } = await sitting()
    await noteRecordingImpossible(worker, ids)
    await noteRecordingImpossible(worker, ids)
    expect(must(await showHearing(judge, place)).recording.state).toBe('not-possible')
    expect((await findHearingsToRecord(worker)).some(({ hearingId }) => hearingId === place.hearingId)).toBe(false)
  })
})
