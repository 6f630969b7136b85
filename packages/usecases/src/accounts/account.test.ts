import { describe, expect, it } from 'vitest'
import type { PersonActor } from '../actor.ts'
import { createClock } from '@court/testkit/clock'
import { systemActor, testContext, testKeys } from '@court/testkit/context'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { changePhone } from './change-phone.ts'
import { confirmPerson, requestConfirmation } from './confirm-person.ts'
import { readAccount } from './read-account.ts'
import { requestLoginCode } from './request-login-code.ts'
import { setPreferences } from './set-preferences.ts'

const { db, all } = await createTestDatabase()
const clock = createClock()
const as = (actor: Parameters<typeof testContext>[0]['actor']) =>
  testContext({ db, clock, ...(actor ? { actor } : {}) })

async function codeOf(challengeId: string): Promise<string> {
  const row = await all.loginCode.findUniqueOrThrow({ where: { id: challengeId } })
  return testKeys.open('login-code.code', row.codeCipher ?? '')
}

async function challengeFor(actor: PersonActor, phone: string) {
  const asked = await requestLoginCode(as(actor), { phone, purpose: 'change-phone' })
  if (!asked.ok) throw new Error(asked.ruleId)
  return { challengeId: asked.value.challengeId, code: await codeOf(asked.value.challengeId) }
}

describe('the own account', () => {
  it('of a person shows name and masked numbers', async () => {
    const person = await buildPerson(all, { phone: '+8613911112222', name: '王䶮', idNumber: '11010519491231002X' })
    expect(await readAccount(as(person))).toMatchObject({
      kind: 'person',
      name: '王䶮',
      maskedPhone: '139****2222',
      identity: { kind: 'resident-id', maskedNumber: '11**************2X' },
      organisations: [],
    })
  })

  it('of staff shows court and roles', async () => {
    const court = await buildCourt(all)
    const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'], name: '审判员' })
    expect(await readAccount(as(judge))).toMatchObject({
      kind: 'staff',
      name: '审判员',
      court: { id: court.id, slug: court.slug },
      roles: ['judge'],
      postCount: 1,
    })
  })

  it('of nobody, and of a job, is none', async () => {
    expect(await readAccount(as(undefined))).toBeNull()
    expect(await readAccount(as(systemActor()))).toBeNull()
  })

  it('remembers language and large type', async () => {
    const person = await buildPerson(all)
    await setPreferences(as(person), { locale: 'en' })
    await setPreferences(as(person), { isElderMode: true })
    expect(await all.person.findUnique({ where: { id: person.personId } })).toMatchObject({
      locale: 'en',
      isElderMode: true,
    })
    expect(await setPreferences(as(undefined), { locale: 'en' })).toEqual({ ok: true, value: null })
  })
})

describe('a phone is changed', () => {
  it('by the code that reached the new one; other devices are signed out', async () => {
    const person = await buildPerson(all)
    const elsewhere = await all.session.create({
      data: { kind: 'person', personId: person.personId, app: 'web', expiresAt: new Date(Date.now() + 1e7) },
    })
    const entry = await challengeFor(person, '13922220001')
    expect(await changePhone(as(person), entry)).toEqual({ ok: true, value: { maskedPhone: '139****0001' } })
    expect(await all.session.findUnique({ where: { id: elsewhere.id } })).toMatchObject({
      endedBecause: 'phone-changed',
    })
    expect(await all.session.findUnique({ where: { id: person.sessionId } })).toMatchObject({ endedAt: null })
    expect(await changePhone(as(person), entry)).toMatchObject({ ruleId: 'login-code.gone' })
  })

  it('never takes a phone from another account', async () => {
    const [person, holder] = [await buildPerson(all), await buildPerson(all, { phone: '+8613922220002' })]
    expect(await changePhone(as(person), await challengeFor(person, '13922220002'))).toMatchObject({
      ruleId: 'account.phone-taken',
    })
    expect(await all.person.findUnique({ where: { id: holder.personId } })).toMatchObject({
      phoneIndex: testKeys.blindIndex('person.phone', '+8613922220002'),
    })
  })

  it('a code asked for by another person is as absent as one that never was', async () => {
    const [person, thief] = [await buildPerson(all), await buildPerson(all)]
    expect(await changePhone(as(thief), await challengeFor(person, '13922220003'))).toMatchObject({ kind: 'not-found' })
  })

  it('needs somebody signed in, and a person', async () => {
    const court = await buildCourt(all)
    const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'] })
    const input = { challengeId: crypto.randomUUID(), code: '1' }
    expect(await changePhone(as(undefined), input)).toMatchObject({ kind: 'sign-in-needed' })
    expect(await changePhone(as(judge), input)).toMatchObject({ kind: 'not-allowed' })
    expect(await requestLoginCode(as(undefined), { phone: '13922220004', purpose: 'change-phone' })).toMatchObject({
      kind: 'sign-in-needed',
    })
  })
})

describe('a person confirms who they are', () => {
  it('by a code to their own phone; the session counts as verified from then', async () => {
    const person = await buildPerson(all)
    await all.session.update({ where: { id: person.sessionId }, data: { verifiedAt: new Date(0) } })
    const asked = await requestConfirmation(as(person))
    if (!asked.ok) throw new Error(asked.ruleId)
    const { challengeId } = asked.value
    const code = await codeOf(challengeId)
    const stranger = await buildPerson(all)
    expect(await confirmPerson(as(stranger), { challengeId, code: 'wrong' })).toMatchObject({ ok: false })
    expect(await confirmPerson(as(person), { challengeId, code })).toMatchObject({
      ok: true,
      value: { verifiedAt: clock.now() },
    })
    expect(await confirmPerson(as(person), { challengeId, code })).toMatchObject({ ruleId: 'login-code.gone' })
    expect(await all.session.findUnique({ where: { id: person.sessionId } })).toMatchObject({ verifiedAt: clock.now() })
  })
})
