import { beforeAll, describe, expect, it } from 'vitest'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { findSession } from './find-session.ts'

const { db, adminDb, all } = await createTestDatabase()
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const find = (sessionId: string, more: Partial<Parameters<typeof findSession>[1]> = {}) =>
  findSession(db, { sessionId, site: 'web', hasStaffZone: true, now: new Date(), ...more })

let courtId: string
beforeAll(async () => {
  courtId = (await buildCourt(all)).id
})

describe('a person’s session', () => {
  it('is the person, with the level they have now', async () => {
    const { sessionId, personId } = await buildPerson(all, { idNumber: null })
    expect(await find(sessionId)).toMatchObject({ kind: 'person', personId, identityLevel: 0 })
    await all.person.update({ where: { id: personId }, data: { identityLevel: 1 } })
    expect(await find(sessionId)).toMatchObject({ identityLevel: 1 })
  })

  it('rests for seven days at most, and each use begins them anew', async () => {
    const { sessionId } = await buildPerson(all)
    await all.session.update({ where: { id: sessionId }, data: { expiresAt: later(14 * 24 * 60) } })
    expect(await find(sessionId, { now: later(7 * 24 * 60 + 1) })).toBeNull()
    expect(await find(sessionId, { now: later(6 * 24 * 60) })).not.toBeNull()
    expect(await find(sessionId, { now: later(12 * 24 * 60) })).not.toBeNull()
  })

  it('ends with its absolute end, with its person and when it is ended', async () => {
    const [one, two, three] = [await buildPerson(all), await buildPerson(all), await buildPerson(all)]
    expect(await find(one.sessionId, { now: later(24 * 60 + 1) })).toBeNull()
    await all.person.update({ where: { id: two.personId }, data: { status: 'blocked' } })
    expect(await find(two.sessionId)).toBeNull()
    await all.session.update({ where: { id: three.sessionId }, data: { endedAt: new Date() } })
    expect(await find(three.sessionId)).toBeNull()
  })

  it('is written at most once a minute, however often it is used', async () => {
    const { sessionId } = await buildPerson(all)
    const seen = async () => (await all.session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime()
    const before = await seen()
    await find(sessionId, { now: later(0.5) })
    expect(await seen()).toBe(before)
    await find(sessionId, { now: later(2) })
    expect(await seen()).toBeGreaterThan(before)
  })

  it('opens nothing on the console', async () => {
    const { sessionId } = await buildPerson(all)
    const wanted = { sessionId, site: 'admin' as const, hasStaffZone: true, now: new Date() }
    expect(await findSession(adminDb, wanted)).toBeNull()
  })
})

describe('a session of staff', () => {
  it('has the roles of this moment, in its court', async () => {
    const { sessionId, staffId, accountId } = await buildStaff(all, { courtId, roles: ['judge'] })
    expect(await find(sessionId)).toMatchObject({ kind: 'staff', staffId, accountId, courtId, roles: ['judge'] })
    await all.staffMember.update({ where: { courtId_id: { courtId, id: staffId } }, data: { roles: ['filing-clerk'] } })
    expect(await find(sessionId)).toMatchObject({ roles: ['filing-clerk'] })
  })

  it('rests for half an hour at most', async () => {
    const { sessionId } = await buildStaff(all, { courtId, roles: ['judge'] })
    expect(await find(sessionId, { now: later(31) })).toBeNull()
    expect(await find(sessionId, { now: later(29) })).not.toBeNull()
  })

  it('ends with the post and with the account', async () => {
    const [one, two] = [
      await buildStaff(all, { courtId, roles: ['judge'] }),
      await buildStaff(all, { courtId, roles: [] }),
    ]
    await all.staffMember.update({ where: { courtId_id: { courtId, id: one.staffId } }, data: { isActive: false } })
    expect(await find(one.sessionId)).toBeNull()
    await all.staffAccount.update({ where: { id: two.accountId }, data: { status: 'disabled' } })
    expect(await find(two.sessionId)).toBeNull()
  })

  it('is nothing in the public zone, and on the other site', async () => {
    const { sessionId } = await buildStaff(all, { courtId, roles: ['court-admin'] })
    expect(await find(sessionId, { hasStaffZone: false })).toBeNull()
    expect(await findSession(adminDb, { sessionId, site: 'admin', hasStaffZone: true, now: new Date() })).toBeNull()
    await all.session.update({ where: { id: sessionId }, data: { app: 'admin' } })
    expect(await findSession(adminDb, { sessionId, site: 'admin', hasStaffZone: true, now: new Date() })).toMatchObject(
      {
        kind: 'staff',
        courtId,
      },
    )
  })
})

it('an id that never was is nobody', async () => {
  expect(await find(crypto.randomUUID())).toBeNull()
})
