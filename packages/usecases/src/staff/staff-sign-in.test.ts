import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { testContext, testKeys } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import type { Actor, StaffRole } from '../actor.ts'
import { beginStaffSignIn } from './begin-staff-sign-in.ts'
import { confirmStaff } from './confirm-staff.ts'
import { choosePost, finishStaffSignIn, listPosts } from './finish-staff-sign-in.ts'
import { hashPassword } from './password.ts'
import { newTotpSecret, totpAt } from './totp.ts'

const { db, all } = await createTestDatabase()
const clock = createClock()
const password = '清晨的江面上飞过三只白鹭'
const guest = (more: Partial<Parameters<typeof testContext>[0]> = {}) =>
  testContext({ db, clock, clientAddress: null, ...more })
const web = { app: 'web', userAgent: 'a test' } as const
const admin = { app: 'admin', userAgent: 'a test' } as const

let court: BuiltCourt
let other: BuiltCourt
let passwordHash: string
beforeAll(async () => {
  court = await buildCourt(all)
  other = await buildCourt(all)
  passwordHash = await hashPassword(password)
})

let accounts = 0
async function buildAccount(roles: readonly StaffRole[] = ['judge'], courts: readonly BuiltCourt[] = [court]) {
  const login = `judge-${(accounts += 1)}`
  const secret = newTotpSecret(randomBytes(20))
  const [first = court, ...rest] = courts
  const actor = await buildStaff(all, { courtId: first.id, roles, login })
  const { accountId } = actor
  for (const { id: courtId } of rest) {
    const { id: staffId } = await all.staffMember.create({
      data: { courtId, accountId, name: '试用', roles: [...roles] },
    })
    await all.staffPost.create({ data: { accountId, courtId, staffId } })
  }
  await all.staffAccount.update({
    where: { id: accountId },
    data: { passwordHash, totpCipher: testKeys.seal('staff.totp', secret) },
  })
  return { login, secret, actor, code: () => totpAt(secret, clock.now()) }
}

async function ticketOf(login: string, site: 'web' | 'admin' = 'web') {
  const begun = await beginStaffSignIn(guest(), { login, password }, site)
  if (!begun.ok) throw new Error(begun.ruleId)
  return begun.value.ticket
}

describe('login and password', () => {
  it('a wrong password, an unknown login, an account never set up and a closed one get the same answer', async () => {
    const wrong = await beginStaffSignIn(guest(), { login: (await buildAccount()).login, password: 'wrong' }, 'web')
    const unset = await buildStaff(all, { courtId: court.id, roles: ['judge'], login: 'never-set-up' })
    const closed = await buildAccount()
    await all.staffAccount.update({ where: { id: closed.actor.accountId }, data: { status: 'disabled' } })
    expect(wrong).toMatchObject({ ok: false, ruleId: 'staff.wrong-password' })
    expect(unset.accountId).toBeTruthy()
    for (const login of ['nobody-here', 'never-set-up', closed.login])
      expect(await beginStaffSignIn(guest(), { login, password }, 'web')).toEqual(wrong)
  })

  it('logins are read in any width and case', async () => {
    const { login } = await buildAccount()
    expect(await beginStaffSignIn(guest(), { login: ` ${login.toUpperCase()} `, password }, 'web')).toMatchObject({
      ok: true,
    })
  })

  it.each(['known', 'unknown'])(
    'a %s login is locked after five tries for a quarter of an hour, by the same words',
    async (kind) => {
      const own = createClock()
      const account = await buildAccount()
      const login = kind === 'known' ? account.login : 'nobody-at-all'
      const enter = (word: string) => beginStaffSignIn(guest({ clock: own }), { login, password: word }, 'web')
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await enter('wrong')).toMatchObject({ ruleId: 'staff.wrong-password' })
      expect(await enter(password)).toMatchObject({ kind: 'rate-limited', ruleId: 'rate-limit.staff-sign-in.login' })
      own.advance({ minutes: 16 })
      expect((await enter(password)).ok).toBe(kind === 'known')
    },
  )

  it('one address cannot try many logins', async () => {
    const ctx = guest({ clientAddress: '198.51.100.9' })
    for (let attempt = 0; attempt < 60; attempt++)
      await all.rateLimit.upsert({
        where: { key: 'staff-sign-in.address:900:198.51.100.9' },
        create: { key: 'staff-sign-in.address:900:198.51.100.9', windowStart: clock.now(), count: 1 },
        update: { count: { increment: 1 } },
      })
    expect(await beginStaffSignIn(ctx, { login: 'somebody', password }, 'web')).toMatchObject({
      ruleId: 'rate-limit.staff-sign-in.address',
    })
  })

  it('a whole court house behind one address signs in: what succeeds is not counted', async () => {
    const ctx = guest({ clientAddress: '198.51.100.10' })
    const { login } = await buildAccount()
    await beginStaffSignIn(ctx, { login, password: 'wrong' }, 'web')
    await beginStaffSignIn(ctx, { login, password }, 'web')
    await beginStaffSignIn(ctx, { login, password }, 'web')
    expect(await all.rateLimit.findUnique({ where: { key: 'staff-sign-in.address:900:198.51.100.10' } })).toMatchObject(
      {
        count: 1,
      },
    )
  })
})

describe('the authenticator’s code', () => {
  it('opens a session in the only court of the account', async () => {
    const { login, code, actor } = await buildAccount()
    const answer = await finishStaffSignIn(guest(), { ticket: await ticketOf(login), code: code() }, web)
    expect(answer).toMatchObject({ ok: true, value: { kind: 'signed-in', courtId: court.id } })
    const row = await all.session.findFirstOrThrow({ where: { staffAccountId: actor.accountId, userAgent: 'a test' } })
    expect(row).toMatchObject({ kind: 'staff', courtId: court.id, staffId: actor.staffId, app: 'web' })
    expect(row.expiresAt.getTime() - clock.now().getTime()).toBe(12 * 3_600_000)
  })

  it('works once, also when two browsers send it at the same moment', async () => {
    const { login, code } = await buildAccount()
    const ticket = await ticketOf(login)
    const once = code()
    const answers = await Promise.all([1, 2, 3].map(() => finishStaffSignIn(guest(), { ticket, code: once }, web)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await finishStaffSignIn(guest(), { ticket, code: once }, web)).toMatchObject({ ruleId: 'staff.wrong-code' })
  })

  it('after five wrong ones the account waits', async () => {
    const { login, code } = await buildAccount()
    const ticket = await ticketOf(login)
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await finishStaffSignIn(guest(), { ticket, code: '12345' }, web)).toMatchObject({
        ruleId: 'staff.wrong-code',
      })
    expect(await finishStaffSignIn(guest(), { ticket, code: code() }, web)).toMatchObject({ kind: 'rate-limited' })
  })

  it('without the first step, or ten minutes after it, it is worth nothing', async () => {
    const { login, code } = await buildAccount()
    const ticket = await ticketOf(login)
    const middle = Math.floor(ticket.length / 2)
    const changed = ticket.slice(0, middle) + (ticket[middle] === 'A' ? 'B' : 'A') + ticket.slice(middle + 1)
    for (const one of ['', 'x', changed])
      expect(await finishStaffSignIn(guest(), { ticket: one, code: code() }, web)).toMatchObject({
        ruleId: 'staff.begin-again',
      })
    clock.advance({ minutes: 10 })
    expect(await finishStaffSignIn(guest(), { ticket, code: code() }, web)).toMatchObject({
      ruleId: 'staff.begin-again',
    })
  })

  it('the first step of one site is none of the other, and dies with its password', async () => {
    const { login, code, actor } = await buildAccount(['court-admin'])
    expect(
      await finishStaffSignIn(guest(), { ticket: await ticketOf(login, 'web'), code: code() }, admin),
    ).toMatchObject({
      ruleId: 'staff.begin-again',
    })
    const ticket = await ticketOf(login)
    await all.staffAccount.update({
      where: { id: actor.accountId },
      data: { passwordHash: await hashPassword('another sentence of birds') },
    })
    expect(await finishStaffSignIn(guest(), { ticket, code: code() }, web)).toMatchObject({
      ruleId: 'staff.begin-again',
    })
  })
})

describe('where work begins', () => {
  it('with several courts one is chosen, and others cannot be', async () => {
    const { login, code, actor } = await buildAccount(['judge'], [court, other])
    const answer = await finishStaffSignIn(guest(), { ticket: await ticketOf(login), code: code() }, web)
    if (!answer.ok || answer.value.kind !== 'choose-post') throw new Error('one court too few')
    const { ticket, posts } = answer.value
    expect(posts.map(({ courtId }) => courtId).sort()).toEqual([court.id, other.id].sort())
    expect(await listPosts(guest(), { ticket }, 'web')).toMatchObject({ ok: true, value: posts })
    expect(await choosePost(guest(), { ticket, courtId: other.id }, web)).toMatchObject({
      ok: true,
      value: { courtId: other.id },
    })
    const third = await buildCourt(all)
    expect(await choosePost(guest(), { ticket, courtId: third.id }, web)).toMatchObject({ ruleId: 'staff.no-post' })
    // Later, from the open session: the new one replaces it.
    expect(await choosePost(guest({ actor }), { courtId: other.id }, web)).toMatchObject({ ok: true })
    expect(await all.session.findUnique({ where: { id: actor.sessionId } })).toMatchObject({ endedBecause: 'replaced' })
  })

  it('a ticket of the first step chooses no court', async () => {
    const { login } = await buildAccount(['judge'], [court, other])
    const ticket = await ticketOf(login)
    expect(await choosePost(guest(), { ticket, courtId: court.id }, web)).toMatchObject({ ruleId: 'staff.begin-again' })
    expect(await choosePost(guest(), { courtId: court.id }, web)).toMatchObject({ kind: 'sign-in-needed' })
  })

  it('who left the court has no post, though password and code are right', async () => {
    const { login, code, actor } = await buildAccount()
    await all.staffMember.update({
      where: { courtId_id: { courtId: court.id, id: actor.staffId } },
      data: { isActive: false },
    })
    expect(await finishStaffSignIn(guest(), { ticket: await ticketOf(login), code: code() }, web)).toMatchObject({
      ruleId: 'staff.no-post',
    })
  })

  it('the console lets in administrators alone', async () => {
    const [judge, boss] = [await buildAccount(['judge']), await buildAccount(['judge', 'court-admin'])]
    expect(
      await finishStaffSignIn(guest(), { ticket: await ticketOf(judge.login, 'admin'), code: judge.code() }, admin),
    ).toMatchObject({ ruleId: 'staff.no-post' })
    expect(
      await finishStaffSignIn(guest(), { ticket: await ticketOf(boss.login, 'admin'), code: boss.code() }, admin),
    ).toMatchObject({ ok: true, value: { kind: 'signed-in' } })
  })

  it('the next sign-in tells how many failed in between', async () => {
    const { login, code } = await buildAccount()
    await finishStaffSignIn(guest(), { ticket: await ticketOf(login), code: code() }, web)
    const before = clock.now()
    await beginStaffSignIn(guest(), { login, password: 'wrong' }, 'web')
    clock.advance({ minutes: 5 })
    expect(await finishStaffSignIn(guest(), { ticket: await ticketOf(login), code: code() }, web)).toMatchObject({
      value: { failedCount: 1, lastSignInAt: before },
    })
  })
})

describe('an act that weighs more', () => {
  it('is confirmed by a fresh code of the own authenticator', async () => {
    const { actor, code } = await buildAccount()
    const as = (one: Actor) => guest({ actor: one })
    clock.advance({ minutes: 5 })
    expect(await confirmStaff(as(actor), { code: 'x' })).toMatchObject({ ruleId: 'staff.wrong-code' })
    const once = code()
    expect(await confirmStaff(as(actor), { code: once })).toMatchObject({
      ok: true,
      value: { verifiedAt: clock.now() },
    })
    expect(await confirmStaff(as(actor), { code: once })).toMatchObject({ ruleId: 'staff.wrong-code' })
    expect(await all.session.findUnique({ where: { id: actor.sessionId } })).toMatchObject({ verifiedAt: clock.now() })
    expect(await confirmStaff(guest(), { code: once })).toMatchObject({ kind: 'sign-in-needed' })
  })
})
