import { beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import type { Actor, StaffActor } from '../actor.ts'
import { choosePassword, finishInvitation, readInvitation } from './accept-invitation.ts'
import { beginStaffSignIn } from './begin-staff-sign-in.ts'
import { inviteStaff, renewInvitation, type InviteStaffInput } from './invite-staff.ts'
import { totpAt } from './totp.ts'

const { db, adminDb, all } = await createTestDatabase()
const clock = createClock()
const console_ = (actor: Actor) => testContext({ db: adminDb, clock, actor })
const guest = (actor?: Actor) => testContext({ db, clock, clientAddress: null, ...(actor ? { actor } : {}) })
const web = { app: 'web', userAgent: 'a test' } as const
const password = '三只白鹭飞过了清晨的江面'

let court: BuiltCourt
let other: BuiltCourt
let admin: StaffActor
let national: StaffActor
beforeAll(async () => {
  court = await buildCourt(all)
  other = await buildCourt(all)
  admin = await buildStaff(all, { courtId: court.id, roles: ['court-admin'] })
  const supreme = await buildCourt(all, { level: 'supreme' })
  national = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
})

let logins = 0
const form = (more: Partial<InviteStaffInput> = {}): InviteStaffInput => ({
  courtId: court.id,
  login: `lin.fang${(logins += 1)}`,
  name: '林方',
  roles: ['filing-clerk'],
  ...more,
})

async function invited(input = form()) {
  const answer = await inviteStaff(console_(admin), input)
  if (!answer.ok || !answer.value.token) throw new Error(answer.ok ? 'no link' : answer.ruleId)
  return { ...answer.value, token: answer.value.token, login: input.login }
}

async function paired(token: string) {
  await choosePassword(guest(), { token, password, again: password })
  const page = await readInvitation(guest(), { token })
  if (!page.ok || !page.value.totp) throw new Error('no secret to pair')
  return page.value.totp.secret
}

describe('an invitation', () => {
  it('leads from the link over password and authenticator into the court', async () => {
    const { token, login, staffId } = await invited()
    expect(await readInvitation(guest(), { token })).toMatchObject({
      ok: true,
      value: { name: '林方', login, hasPassword: false, totp: null },
    })
    const secret = await paired(token)
    const joined = await finishInvitation(guest(), { token, code: totpAt(secret, clock.now()) }, web)
    expect(joined).toMatchObject({ ok: true, value: { kind: 'signed-in', courtId: court.id } })
    expect(await all.staffMember.findFirst({ where: { id: staffId } })).toMatchObject({ roles: ['filing-clerk'] })
    expect(await readInvitation(guest(), { token })).toMatchObject({ ruleId: 'invitation.gone' })
    clock.advance({ minutes: 2 })
    expect(await beginStaffSignIn(guest(), { login, password }, 'web')).toMatchObject({ ok: true })
  })

  it('the link stands nowhere in the database', async () => {
    const { token, accountId } = await invited()
    const row = await all.staffAccount.findUniqueOrThrow({ where: { id: accountId } })
    const deeds = await all.audit.findMany({ where: { courtId: court.id } })
    expect(JSON.stringify([row, deeds])).not.toContain(token)
  })

  it.each([
    ['short', 'short'],
    ['password123456', 'common'],
    ['this is lin.fang-own here', 'own'],
  ])('the password %j is refused: %s', async (weak, fault) => {
    const { token } = await invited(form({ login: `lin.fang-${fault}` }))
    expect(await choosePassword(guest(), { token, password: weak, again: weak })).toMatchObject({
      ruleId: `password.${fault}`,
    })
  })

  it('two passwords that differ, a wrong code and a code before the password are refused', async () => {
    const { token } = await invited()
    expect(await finishInvitation(guest(), { token, code: '123456' }, web)).toMatchObject({ ruleId: 'invitation.gone' })
    expect(await choosePassword(guest(), { token, password, again: `${password}。` })).toMatchObject({
      fields: { again: { zh: expect.any(String) } },
    })
    await paired(token)
    expect(await finishInvitation(guest(), { token, code: 'abc' }, web)).toMatchObject({ ruleId: 'staff.wrong-code' })
  })

  it('after seven days it is as gone as one that never was', async () => {
    const { token } = await invited()
    const never = await readInvitation(guest(), { token: 'A'.repeat(43) })
    clock.advance({ days: 7 })
    expect(await readInvitation(guest(), { token })).toEqual(never)
    expect(await choosePassword(guest(), { token, password, again: password })).toEqual(never)
  })

  it('links are not guessed at from one address without end, and the right one is never counted', async () => {
    const ctx = testContext({ db, clock, clientAddress: '198.51.100.11' })
    const { token } = await invited()
    for (let look = 0; look < 3; look++) expect(await readInvitation(ctx, { token })).toMatchObject({ ok: true })
    for (let guess = 0; guess < 60; guess++) await readInvitation(ctx, { token: String(guess).padStart(43, 'x') })
    expect(await readInvitation(ctx, { token })).toMatchObject({ kind: 'rate-limited' })
  })

  it('of two who finish at once with the same link one gets in', async () => {
    const { token } = await invited()
    const secret = await paired(token)
    const code = totpAt(secret, clock.now())
    const answers = await Promise.all([1, 2].map(() => finishInvitation(guest(), { token, code }, web)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('who may invite', () => {
  it('administrators of the court and of the nation; another court is as absent as one that never was', async () => {
    expect(await inviteStaff(console_(national), form({ courtId: other.id }))).toMatchObject({ ok: true })
    const elsewhere = await inviteStaff(console_(admin), form({ courtId: other.id }))
    expect(elsewhere).toEqual(await inviteStaff(console_(admin), form({ courtId: crypto.randomUUID() })))
    expect(elsewhere).toMatchObject({ kind: 'not-found' })
    const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'] })
    expect(await inviteStaff(console_(judge), form())).toMatchObject({ kind: 'not-allowed' })
    expect(await inviteStaff(guest(await buildPerson(all)), form())).toMatchObject({ kind: 'not-allowed' })
    expect(await inviteStaff(guest(), form())).toMatchObject({ kind: 'sign-in-needed' })
  })

  it('gives no role beyond the own reach', async () => {
    expect(await inviteStaff(console_(admin), form({ roles: ['national-admin'] }))).toMatchObject({
      ruleId: 'staff.national-role',
    })
  })

  it.each([
    [{ login: '林方' }, 'login'],
    [{ name: '林1' }, 'name'],
    [{ unitId: '019c0000-0000-7000-8000-000000000000' }, 'unitId'],
  ])('%j is refused beside its field, and leaves no account behind', async (fault, field) => {
    const before = await all.staffAccount.count()
    expect(await inviteStaff(console_(admin), form(fault))).toMatchObject({
      ok: false,
      fields: { [field]: expect.anything() },
    })
    expect(await all.staffAccount.count()).toBe(before)
  })

  it('the same login twice in one court is refused, also at the same moment', async () => {
    const input = form()
    const answers = await Promise.all([1, 2, 3].map(() => inviteStaff(console_(admin), input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await all.staffMember.count({ where: { courtId: court.id, accountId: await accountOf(input.login) } })).toBe(
      1,
    )
  })

  it('somebody of another court gains a post and gets no second link', async () => {
    const { login } = await invited()
    expect(await inviteStaff(console_(national), form({ courtId: other.id, login }))).toMatchObject({
      ok: true,
      value: { token: null },
    })
    expect(await inviteStaff(console_(national), form({ courtId: other.id, login, name: '别人' }))).toMatchObject({
      fields: { login: expect.anything() },
    })
  })

  const accountOf = async (login: string) => (await all.staffAccount.findUniqueOrThrow({ where: { login } })).id
})

describe('a new invitation', () => {
  it('voids password, authenticator and sessions', async () => {
    const { token, staffId, login, accountId } = await invited()
    const secret = await paired(token)
    await finishInvitation(guest(), { token, code: totpAt(secret, clock.now()) }, web)
    expect(await renewInvitation(console_(admin), { courtId: court.id, staffId })).toMatchObject({ ok: true })
    expect(await all.session.count({ where: { staffAccountId: accountId, endedAt: null } })).toBe(0)
    expect(await beginStaffSignIn(guest(), { login, password }, 'web')).toMatchObject({
      ruleId: 'staff.wrong-password',
    })
  })

  it('for an account with posts elsewhere, or with national roles, is not the court’s to give', async () => {
    const { login, staffId } = await invited()
    await inviteStaff(console_(national), form({ courtId: other.id, login }))
    expect(await renewInvitation(console_(admin), { courtId: court.id, staffId })).toMatchObject({
      ruleId: 'staff.works-elsewhere',
    })
    const supremeAdmin = await buildStaff(all, { courtId: national.courtId, roles: ['court-admin'] })
    expect(
      await renewInvitation(console_(supremeAdmin), { courtId: national.courtId, staffId: national.staffId }),
    ).toMatchObject({ ruleId: 'staff.national-role' })
    expect(await renewInvitation(console_(admin), { courtId: court.id, staffId: national.staffId })).toMatchObject({
      kind: 'not-found',
    })
  })
})
