import { describe, expect, test } from 'vitest'
import { createLiveKitMedia } from '@court/adapters/media/livekit-media'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { goodDevices, hearingScene } from '@court/testkit/hearings'
import { createTestPorts } from '@court/testkit/ports'
import { newId } from '../new-id.ts'
import { showCase } from '../case/show-case.ts'
import { admitSeat } from './admit-seat.ts'
import { chooseMode } from './choose-mode.ts'
import { confirmDuties } from './confirm-duties.ts'
import { giveFloor } from './give-floor.ts'
import { joinHearing } from './join-hearing.ts'
import { raiseHand } from './raise-hand.ts'
import { sendOut } from './send-out.ts'
import { setStatus } from './set-status.ts'
import { showHearing } from './show-hearing.ts'
import { showPage } from './show-page.ts'
import { testDevices } from './test-devices.ts'
import { waitAtDoor } from './wait-at-door.ts'

// A media server that is down: nobody listens there. The court goes on without it.
const down = createLiveKitMedia({
  url: 'http://127.0.0.1:9',
  publicUrl: 'ws://127.0.0.1:9',
  key: 'devkey',
  secret: 'a-secret-of-at-least-thirty-two-characters',
})
const scene = await hearingScene(
  await courtAtWork(await createTestDatabase(), await createTestPorts(), { media: down }),
)
const { all, clock, must, clerk, judge, plaintiff, defendant } = scene
const outsider = await scene.person({ name: '路人' })
const start = '2026-03-02T01:00:00.000Z'
const day = '2026-03-05'
const doorOpens = '2026-03-05T01:00:00.000Z'
const before = async (who: typeof plaintiff, place: Parameters<typeof showHearing>[1]) =>
  must(await showHearing(who, place)).viewer.before

describe('choosing how to take part', () => {
  test('agreeing is recorded for this stage and this party; the others choose for themselves', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day })
    const { consent } = must(await showHearing(plaintiff, place))
    const choice = { ...place, key: newId(), mode: 'online' as const, why: '' }
    expect(await chooseMode(plaintiff, { ...choice, consentVersion: '0' })).toMatchObject({
      ruleId: 'hearing.text-changed',
    })
    const view = must(await chooseMode(plaintiff, { ...choice, consentVersion: consent.version }))
    expect(view.viewer.before).toBe('test-devices')
    expect(view.seats.map(({ role, mode, consent }) => [role, mode, consent])).toEqual([
      ['judge', 'in-court', null],
      ['court-clerk', 'in-court', null],
      ['plaintiff', 'online', 'given'],
      ['defendant', 'online', 'none'],
    ])
    const rows = await all.onlineConsent.findMany({ where: { caseId: place.caseId, stage: 'inquiry' } })
    expect(rows).toMatchObject([
      { choice: 'given', noticeVersion: consent.version, personId: plaintiff.actor.personId },
    ])
    expect(await all.docketEntry.count({ where: { caseId: place.caseId, type: 'hearing-online-agreed' } })).toBe(1)
    expect(must(await showCase(plaintiff, place)).tasks.map(({ kind }) => kind.split('@')[0])).toContain(
      'test-hearing-devices',
    )
  })

  test('a refusal, and silence until it begins, mean the courtroom; the mixture is fine', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day })
    must(await chooseMode(plaintiff, { ...place, key: newId(), mode: 'in-court', why: '' }))
    expect(await before(plaintiff, place)).toBe('in-court')
    expect(await before(defendant, place)).toBe('choose-mode')
    clock.set(doorOpens)
    must(await setStatus(judge, { ...place, status: 'open' }))
    expect(await before(defendant, place)).toBe('in-court')
    expect(await all.onlineConsent.findMany({ where: { caseId: place.caseId, stage: 'inquiry' } })).toMatchObject([
      { choice: 'refused', personId: plaintiff.actor.personId },
    ])
    const seats = await all.hearingSeat.findMany({ where: { hearingId: place.hearingId, staffId: null } })
    expect(seats.map(({ mode, consent }) => [mode, consent])).toEqual([
      ['in-court', 'refused'],
      ['in-court', 'none'],
    ])
    expect(await joinHearing(defendant, place)).toMatchObject({ ok: false })
  })

  test('is nobody else’s to make, and not possible where the court offers no online part', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day })
    const { consent } = must(await showHearing(plaintiff, place))
    const choice = { ...place, key: newId(), mode: 'online' as const, consentVersion: consent.version, why: '' }
    expect(await chooseMode(outsider, choice)).toMatchObject({ kind: 'not-found' })
    expect(await chooseMode(clerk, choice)).toMatchObject({ ruleId: 'hearing.choose-mode' })
    await all.hearing.updateMany({ where: { id: place.hearingId }, data: { isOnlinePossible: false } })
    expect(await chooseMode(plaintiff, choice)).toMatchObject({ ruleId: 'hearing.online-not-offered' })
  })
})

describe('the door', () => {
  test('opens step by step: devices, duties, time, identity', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day })
    const { consent, duties } = must(await showHearing(plaintiff, place))
    must(
      await chooseMode(plaintiff, { ...place, key: newId(), mode: 'online', consentVersion: consent.version, why: '' }),
    )
    expect(await before(plaintiff, place)).toBe('test-devices')
    must(await testDevices(plaintiff, { ...place, ...goodDevices, camera: 'refused' }))
    const tested = must(await testDevices(plaintiff, { ...place, ...goodDevices }))
    expect(tested.seats.find(({ isMe }) => isMe)?.devices).toMatchObject({ camera: 'works', upKbps: 4000 })
    expect(must(await showHearing(defendant, place)).seats.find(({ role }) => role === 'plaintiff')?.devices).toBeNull()
    expect(must(await showHearing(clerk, place)).seats.find(({ role }) => role === 'plaintiff')?.devices).not.toBeNull()
    expect(await before(plaintiff, place)).toBe('confirm-duties')
    expect(await confirmDuties(plaintiff, { ...place, version: '0' })).toMatchObject({ ruleId: 'hearing.text-changed' })
    must(await confirmDuties(plaintiff, { ...place, version: duties.version }))
    expect(await before(plaintiff, place)).toBe('not-yet')
    expect(await waitAtDoor(plaintiff, { ...place, isWaiting: true })).toMatchObject({ ruleId: 'hearing.wait' })
    clock.set(doorOpens)
    expect(await before(plaintiff, place)).toBe('wait')
    const seatId = await scene.seatOf(place, 'plaintiff')
    const letIn = { ...place, seatId, identityBy: 'document' as const, note: '' }
    expect(await admitSeat(clerk, letIn)).toMatchObject({ ruleId: 'hearing.not-waiting' })
    must(await waitAtDoor(plaintiff, { ...place, isWaiting: true }))
    expect(await admitSeat(plaintiff, letIn)).toMatchObject({ ruleId: 'hearing.admit' })
    expect(await admitSeat(outsider, letIn)).toMatchObject({ kind: 'not-found' })
    must(await admitSeat(clerk, letIn))
    expect(await before(plaintiff, place)).toBeNull()
    expect(await all.hearingSeat.findFirst({ where: { id: seatId } })).toMatchObject({
      identityBy: 'document',
      admittedById: clerk.actor.staffId,
    })
    expect(await admitSeat(clerk, { ...letIn, seatId: await scene.seatOf(place, 'judge') })).toMatchObject({
      ruleId: 'hearing.seat-of-court',
    })
  })

  test('each deed stands in the audit, without names', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    const deeds = await all.audit.findMany({ where: { caseId: place.caseId, action: { startsWith: 'hearing-' } } })
    expect([...new Set(deeds.map(({ action }) => action))].sort()).toEqual(
      [
        'hearing-admitted',
        'hearing-devices-tested',
        'hearing-duties-confirmed',
        'hearing-opened',
        'hearing-waiting',
      ].sort(),
    )
    expect(JSON.stringify(deeds)).not.toMatch(/张三|李四/)
  })

  test('a key needs a media server, and a silent one takes nothing away', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    expect(must(await showHearing(plaintiff, place))).toMatchObject({
      media: { state: 'unreachable' },
      viewer: { before: null },
    })
    expect(await joinHearing(plaintiff, place)).toMatchObject({
      kind: 'unavailable',
      ruleId: 'hearing.media-unreachable',
    })
    expect(await joinHearing(outsider, place)).toMatchObject({ kind: 'not-found' })
    const apart = await scene.scheduled({ day: '2026-03-12' })
    expect(await joinHearing(plaintiff, apart)).toMatchObject({ ruleId: 'hearing.join.choose-mode' })
  })
})

describe('the room', () => {
  test('the judge gives and takes the floor; nobody else, and a media server that is down holds nobody up', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    const seatId = await scene.seatOf(place, 'plaintiff')
    must(await raiseHand(plaintiff, { ...place, isRaised: true }))
    for (const who of [plaintiff, defendant, clerk])
      expect(await giveFloor(who, { ...place, seatId, maySpeak: true })).toMatchObject({ ruleId: 'hearing.give-floor' })
    const began = Date.now()
    const view = must(await giveFloor(judge, { ...place, seatId, maySpeak: true }))
    expect(Date.now() - began).toBeLessThan(5000)
    expect(view.seats.find(({ id }) => id === seatId)).toMatchObject({ maySpeak: true, handRaisedAt: null })
    must(await giveFloor(judge, { ...place, seatId, maySpeak: false }))
    expect(must(await showHearing(plaintiff, place)).seats.find(({ id }) => id === seatId)?.maySpeak).toBe(false)
    expect(await all.outbox.count({ where: { caseId: place.caseId, kind: 'apply-hearing' } })).toBe(2)
  })

  test('who is sent out is out until let in anew, and loses the floor and the key', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    const seatId = await scene.seatOf(place, 'defendant')
    must(await giveFloor(judge, { ...place, seatId, maySpeak: true }))
    expect(await sendOut(plaintiff, { ...place, seatId, why: '吵闹' })).toMatchObject({ ok: false })
    must(await sendOut(judge, { ...place, seatId, why: '扰乱秩序' }))
    expect(await before(defendant, place)).toBe('wait')
    expect(await joinHearing(defendant, place)).toMatchObject({ ruleId: 'hearing.join.wait' })
    expect(must(await showHearing(judge, place)).seats.find(({ id }) => id === seatId)).toMatchObject({
      maySpeak: false,
      admittedAt: null,
    })
    await scene.admitted(defendant, place)
    expect(await before(defendant, place)).toBeNull()
  })

  test('all see the same page of the file, and no page that is not in it', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    const { materials, hearing } = must(await showHearing(judge, place))
    const [material] = materials
    const file = material?.files[0]
    if (!material || !file) throw new Error('the file is empty')
    const shown = { materialId: material.id, fileId: file.id, page: 1 }
    must(await showPage(judge, { ...place, shown }))
    const view = must(await showHearing(defendant, place))
    expect(view.shown).toMatchObject({ ...shown, title: material.title })
    expect(view.hearing.revision).toBeGreaterThan(hearing.revision)
    expect(await showPage(judge, { ...place, shown: { ...shown, page: file.pages + 1 } })).toMatchObject({
      kind: 'not-found',
    })
    expect(await showPage(defendant, { ...place, shown: null })).toMatchObject({ ruleId: 'hearing.show' })
    must(await showPage(clerk, { ...place, shown: null }))
    expect(must(await showHearing(defendant, place)).shown).toBeNull()
  })

  test('pauses and goes on at the word of the court alone', async () => {
    clock.set(start)
    const place = await scene.inSession(day)
    expect(await setStatus(plaintiff, { ...place, status: 'paused' })).toMatchObject({ ruleId: 'hearing.pause' })
    expect(must(await setStatus(judge, { ...place, status: 'paused' })).hearing.status).toBe('paused')
    expect(await setStatus(judge, { ...place, status: 'paused' })).toMatchObject({ ruleId: 'hearing.pause' })
    expect(must(await setStatus(clerk, { ...place, status: 'open' })).hearing.status).toBe('open')
  })
})

describe('whose seat it is', () => {
  test('who stands for an organisation sits on its seat', async () => {
    clock.set(start)
    const one = await scene.accepted()
    await all.party.updateMany({
      where: { caseId: one.caseId, side: 'plaintiff' },
      data: { kind: 'organisation', personId: null, idIndex: null },
    })
    const place = await scene.scheduled({ day }, one)
    const view = await scene.ready(plaintiff, place)
    expect(view.seats.find(({ isMe }) => isMe)).toMatchObject({ role: 'plaintiff', consent: 'given' })
    expect(view.viewer.before).toBe('not-yet')
  })

  test('the database lets a person write to their own seat and to no other, whatever a use case forgets', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day })
    const { courtId } = await all.hearing.findFirstOrThrow({ where: { id: place.hearingId } })
    const write = (who: typeof plaintiff, side: string) =>
      scene.db.withCourt({ courtId, actor: who.actor }, (tx) =>
        tx.hearingSeat.updateMany({ where: { hearingId: place.hearingId, side }, data: { handRaisedAt: clock.now() } }),
      )
    expect((await write(plaintiff, 'plaintiff')).count).toBe(1)
    expect((await write(plaintiff, 'defendant')).count).toBe(0)
    expect((await write(plaintiff, 'court')).count).toBe(0)
    expect((await write(outsider, 'plaintiff')).count).toBe(0)
    const admit = scene.db.withCourt({ courtId, actor: plaintiff.actor }, (tx) =>
      tx.hearingSeat.updateMany({ where: { hearingId: place.hearingId }, data: { admittedAt: clock.now() } }),
    )
    await expect(admit).rejects.toThrow(/permission denied/)
  })
})
