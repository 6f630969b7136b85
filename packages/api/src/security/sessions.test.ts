import { beforeAll, describe, expect, test } from 'vitest'
import { createSessionCookies } from '@court/auth/session-cookie'
import { choosePost } from '@court/usecases/staff/finish-staff-sign-in'
import { changeStaff } from '@court/usecases/admin/change-staff'
import { deactivateStaff } from '@court/usecases/admin/deactivate-staff'
import { renewInvitation } from '@court/usecases/staff/invite-staff'
import type { StaffActor, StaffRole } from '@court/usecases/actor'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { findActor } from '../find-actor.ts'
import { handleTrpc } from '../http.ts'
import { webRouter } from '../web-root.ts'

const { db, adminDb, all } = await createTestDatabase()
const origin = 'https://court.example'
const cookies = createSessionCookies({ site: 'web', secrets: ['one secret of thirty-two characters'], origin })
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let court: BuiltCourt
let admin: StaffActor
beforeAll(async () => {
  court = await buildCourt(all)
  admin = await buildStaff(all, { courtId: court.id, roles: ['court-admin'] })
})

const cookieFor = async (sessionId: string) =>
  (await cookies.issue({ sessionId, expiresAt: new Date('2030-01-01') })).value

/** One request of the browser that holds this cookie, from the cookie on. */
async function request(cookie: string, path: string, body?: unknown) {
  const found = await findActor({ db, cookies, site: 'web', hasStaffZone: true }, cookie)
  const response = await handleTrpc({
    root: webRouter,
    request: new Request(
      `${origin}/api/trpc/${path}`,
      body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin },
            body: JSON.stringify({ json: body }),
          },
    ),
    endpoint: '/api/trpc',
    origin,
    createContext: () =>
      Promise.resolve({
        use: testContext({ db, actor: found.actor }),
        zone: 'all',
        transport: 'http',
        browser: { app: 'web', userAgent: 'a test' },
        verifiedAt: found.verifiedAt,
        log: quiet,
      }),
  })
  return response.status
}
const judgeDocket = `desk.judgeDocket?input=${encodeURIComponent('{"json":{}}')}`
const asAdmin = () => testContext({ db: adminDb, actor: admin })
const staff = (roles: StaffRole[] = ['judge']) => buildStaff(all, { courtId: court.id, roles })

describe('what ends, ends at the next request, however often the cookie was copied', () => {
  const ends: [string, (actor: StaffActor) => Promise<unknown>][] = [
    ['signing out', async (actor) => request(await cookieFor(actor.sessionId), 'accounts.signOut', null)],
    [
      'being taken off the court',
      (actor) => deactivateStaff(asAdmin(), { courtId: court.id, staffId: actor.staffId, isActive: false }),
    ],
    ['a new invitation', (actor) => renewInvitation(asAdmin(), { courtId: court.id, staffId: actor.staffId })],
    [
      'the account being closed',
      (actor) => all.staffAccount.update({ where: { id: actor.accountId }, data: { status: 'disabled' } }),
    ],
    [
      'a new sign-in in the same browser',
      (actor) => choosePost(testContext({ db, actor }), { courtId: court.id }, { app: 'web', userAgent: 'x' }),
    ],
    [
      'half an hour of rest',
      (actor) =>
        all.session.update({
          where: { id: actor.sessionId },
          data: { lastSeenAt: new Date(Date.now() - 31 * 60_000) },
        }),
    ],
    [
      'its twelve hours',
      (actor) =>
        all.session.update({ where: { id: actor.sessionId }, data: { expiresAt: new Date(Date.now() - 1000) } }),
    ],
  ]
  test.each(ends)('%s', async (_what, end) => {
    const actor = await staff()
    const [cookie, copy] = [await cookieFor(actor.sessionId), await cookieFor(actor.sessionId)]
    expect(await request(cookie, judgeDocket)).toBe(200)
    const began = Date.now()
    await end(actor)
    for (const one of [cookie, copy]) expect(await request(one, judgeDocket)).toBe(401)
    expect(Date.now() - began).toBeLessThan(5000)
  })

  test('a role that was taken away is gone in every session within five seconds, and one that was given is there', async () => {
    const actor = await staff(['judge'])
    const cookie = await cookieFor(actor.sessionId)
    expect(await request(cookie, judgeDocket)).toBe(200)
    const change = { courtId: court.id, staffId: actor.staffId, unitId: null, title: null, weight: 100 }
    const began = Date.now()
    expect(await changeStaff(asAdmin(), { ...change, roles: ['filing-clerk'] })).toMatchObject({ ok: true })
    expect(await request(cookie, judgeDocket)).toBe(403)
    expect(Date.now() - began).toBeLessThan(5000)
    await changeStaff(asAdmin(), { ...change, roles: ['judge'] })
    expect(await request(cookie, judgeDocket)).toBe(200)
  })

  test('ending all others leaves this one and no other', async () => {
    const person = await buildPerson(all)
    const other = crypto.randomUUID()
    const row = await all.session.findUniqueOrThrow({ where: { id: person.sessionId } })
    await all.session.create({ data: { ...row, id: other } })
    expect(await request(await cookieFor(other), 'accounts.sessions')).toBe(200)
    expect(await request(await cookieFor(person.sessionId), 'accounts.endOtherSessions', null)).toBe(200)
    expect(await request(await cookieFor(other), 'accounts.sessions')).toBe(401)
    expect(await request(await cookieFor(person.sessionId), 'accounts.sessions')).toBe(200)
  })
})

describe('a session is made here or is none', () => {
  test('an id that somebody planted, guessed or signed with another secret opens nothing', async () => {
    const person = await buildPerson(all)
    const foreign = createSessionCookies({ site: 'web', secrets: ['another secret of thirty-two letters'], origin })
    const forged = (await foreign.issue({ sessionId: person.sessionId, expiresAt: new Date('2030-01-01') })).value
    for (const cookie of [person.sessionId, forged, await cookieFor(crypto.randomUUID()), ''])
      expect(await request(cookie, 'accounts.sessions')).toBe(401)
  })

  test('the cookie says nothing: who one is and what one may do stands in rows alone', async () => {
    const actor = await staff()
    const value = await cookieFor(actor.sessionId)
    const parts = value.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(parts.join('')).not.toMatch(new RegExp(`${actor.sessionId}|${actor.staffId}|judge`))
    expect(JSON.parse(parts[0] ?? '{}')).toMatchObject({ enc: expect.stringMatching(/^A256/) })
  })
})
