import { describe, expect, it } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { systemActor, testContext, testKeys } from '@court/testkit/context'
import { createTestDatabase } from '@court/testkit/database'
import type { UseCaseContext } from '../context.ts'
import { deliverLoginCode } from './deliver-login-code.ts'
import { findLoginChallenge } from './find-login-challenge.ts'
import { requestLoginCode } from './request-login-code.ts'
import { resendLoginCode } from './resend-login-code.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './sessions.ts'
import { sweepAccounts } from './sweep-accounts.ts'
import { signInPerson } from './sign-in-person.ts'

const { db, all } = await createTestDatabase()
const browser = { app: 'web', userAgent: 'a test' } as const
const clock = createClock()
const guest = (more: Partial<Parameters<typeof testContext>[0]> = {}): UseCaseContext =>
  testContext({ db, clock, ...more })

let numbers = 0
const freshPhone = () => `13800${String((numbers += 1)).padStart(6, '0')}`

/** Asks for a code and reads it where only the worker can. */
async function codeFor(phone: string, ctx = guest({ clientAddress: null })) {
  const asked = await requestLoginCode(ctx, { phone, purpose: 'sign-in' })
  if (!asked.ok) throw new Error(asked.ruleId)
  return { challengeId: asked.value.challengeId, code: await codeOf(asked.value.challengeId) }
}

async function codeOf(challengeId: string): Promise<string> {
  const row = await all.loginCode.findUniqueOrThrow({ where: { id: challengeId } })
  return testKeys.open('login-code.code', row.codeCipher ?? '')
}

const other = (code: string) => (code === '000000' ? '000001' : '000000')

async function signedIn(phone: string) {
  const answer = await signInPerson(guest(), await codeFor(phone), browser)
  if (!answer.ok) throw new Error(answer.ruleId)
  const { personId, sessionId, isNew } = answer.value
  return {
    isNew,
    ctx: guest({ actor: { kind: 'person', personId, sessionId, identityLevel: 0 } }),
    personId,
    sessionId,
  }
}

describe('a code is asked for', () => {
  it('the row and the outbox hold nothing in clear, and what is shown is masked', async () => {
    const asked = await requestLoginCode(guest(), { phone: '138 0013 8001', purpose: 'sign-in' })
    expect(asked).toMatchObject({ ok: true, value: { maskedPhone: '138****8001' } })
    if (!asked.ok) return
    const row = await all.loginCode.findUniqueOrThrow({ where: { id: asked.value.challengeId } })
    const owed = await all.outbox.findFirstOrThrow({ where: { kind: 'deliver-login-code' }, orderBy: { id: 'desc' } })
    expect(JSON.stringify([row, owed])).not.toContain('13800138001')
    expect(owed.payload).toEqual({ loginCodeId: asked.value.challengeId })
  })

  it('what is no mobile number is told beside its field', async () => {
    expect(await requestLoginCode(guest(), { phone: '0574 8718 0000', purpose: 'sign-in' })).toMatchObject({
      ok: false,
      ruleId: 'phone.not-mobile',
      fields: { phone: { zh: expect.any(String) } },
    })
  })

  it('one phone gets one message a minute and no more than five an hour', async () => {
    const phone = freshPhone()
    const own = createClock()
    const ask = () => requestLoginCode(guest({ clock: own, clientAddress: null }), { phone, purpose: 'sign-in' })
    expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ ok: false, kind: 'rate-limited', ruleId: 'rate-limit.login-code.phone' })
    const outcomes: boolean[] = []
    for (let minute = 0; minute < 6; minute++) {
      own.advance({ seconds: 61 })
      outcomes.push((await ask()).ok)
    }
    expect(outcomes).toEqual([true, true, true, false, false, false])
  })

  it('a phone with an account and one without get the same answer', async () => {
    const known = freshPhone()
    await signedIn(known)
    clock.advance({ seconds: 61 })
    const shape = (answer: Awaited<ReturnType<typeof requestLoginCode>>, phone: string) =>
      JSON.stringify(answer, (key, value: unknown) => (key === 'challengeId' ? 'id' : value)).replaceAll(
        phone.slice(-4),
        'last',
      )
    const unknown = freshPhone()
    const ask = (phone: string) => requestLoginCode(guest({ clientAddress: null }), { phone, purpose: 'sign-in' })
    expect(shape(await ask(known), known)).toBe(shape(await ask(unknown), unknown))
    expect(shape(await ask(known), known)).toBe(shape(await ask(unknown), unknown))
  })

  it('whoever guesses codes of one phone for a whole day gets fifty tries', async () => {
    const own = createClock()
    const phone = freshPhone()
    let tries = 0
    for (let quarter = 0; quarter < 95; quarter += 1) {
      const ctx = guest({ clock: own, clientAddress: null })
      const asked = await requestLoginCode(ctx, { phone, purpose: 'sign-in' })
      const wrong = asked.ok ? other(await codeOf(asked.value.challengeId)) : ''
      for (let attempt = 0; asked.ok && attempt < 8; attempt += 1) {
        const answer = await signInPerson(ctx, { challengeId: asked.value.challengeId, code: wrong }, browser)
        if (answer.ok) throw new Error('a wrong code opened the door')
        if (answer.ruleId === 'login-code.wrong') tries += 1
      }
      own.advance({ minutes: 15 })
    }
    // The fifth wrong one is answered like a code that is gone.
    expect(tries).toBe(10 * 4)
  })

  it('one address cannot flood many phones', async () => {
    const ctx = guest({ clientAddress: '198.51.100.7' })
    const key = 'login-code.address:3600:198.51.100.7'
    const ask = () => requestLoginCode(ctx, { phone: freshPhone(), purpose: 'sign-in' })
    await ask()
    await all.rateLimit.update({ where: { key }, data: { count: 299 } })
    expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ kind: 'rate-limited', ruleId: 'rate-limit.login-code.address' })
  })

  it('the worker sends it once, and the code is gone from the row', async () => {
    const { challengeId, code } = await codeFor(freshPhone())
    const sent: { to: string; text: string }[] = []
    const sms = {
      send: (one: { to: string; text: string }) => (
        sent.push(one),
        Promise.resolve({ outcome: 'accepted' as const, providerId: '1' })
      ),
    }
    const worker = testContext({ db, clock, actor: systemActor('deliver-login-code'), ports: { sms } })
    expect(await deliverLoginCode(worker, { loginCodeId: challengeId })).toMatchObject({ outcome: 'accepted' })
    expect(await deliverLoginCode(worker, { loginCodeId: challengeId })).toEqual({ outcome: 'not-needed' })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toContain(code)
    expect(await all.loginCode.findUnique({ where: { id: challengeId } })).toMatchObject({ codeCipher: null })
  })

  it('it can be sent again to the same phone without saying the number; an absent one answers like one that expired', async () => {
    const { challengeId } = await codeFor(freshPhone())
    clock.advance({ seconds: 61 })
    const again = await resendLoginCode(guest(), { challengeId })
    expect(again).toMatchObject({ ok: true })
    const absent = await findLoginChallenge(guest(), { challengeId: crypto.randomUUID() })
    clock.advance({ minutes: 11 })
    expect(await findLoginChallenge(guest(), { challengeId })).toEqual(absent)
  })
})

describe('the code is entered', () => {
  it('the first time makes the account, the second time finds it', async () => {
    const phone = freshPhone()
    const first = await signedIn(phone)
    clock.advance({ seconds: 61 })
    const second = await signedIn(phone)
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(second.personId).toBe(first.personId)
    expect(second.sessionId).not.toBe(first.sessionId)
    expect(await all.nationalAudit.count({ where: { action: 'signed-in', actorId: first.personId } })).toBe(2)
  })

  it('of fifty at once with one code exactly one gets in', async () => {
    const entry = await codeFor(freshPhone())
    const answers = await Promise.all(Array.from({ length: 50 }, () => signInPerson(guest(), entry, browser)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('one phone is one account, also when two codes are entered at the same moment', async () => {
    const phone = freshPhone()
    const first = await codeFor(phone)
    clock.advance({ seconds: 61 })
    const second = await codeFor(phone)
    const answers = await Promise.all([first, second].map((entry) => signInPerson(guest(), entry, browser)))
    expect(new Set(answers.map((answer) => answer.ok && answer.value.personId)).size).toBe(1)
  })

  it('five wrong tries use the code up; the right one is then as dead as one that never was', async () => {
    const { challengeId, code } = await codeFor(freshPhone())
    const answers = []
    for (let attempt = 0; attempt < 5; attempt++)
      answers.push(await signInPerson(guest(), { challengeId, code: other(code) }, browser))
    expect(answers[0]).toMatchObject({ ruleId: 'login-code.wrong', facts: { attemptsLeft: 4 } })
    expect(answers[4]).toMatchObject({ ruleId: 'login-code.gone' })
    const dead = await signInPerson(guest(), { challengeId, code }, browser)
    expect(dead).toEqual(await signInPerson(guest(), { challengeId: crypto.randomUUID(), code }, browser))
  })

  it('after ten minutes it is gone', async () => {
    const entry = await codeFor(freshPhone())
    clock.advance({ minutes: 10 })
    expect(await signInPerson(guest(), entry, browser)).toMatchObject({ ruleId: 'login-code.gone' })
  })

  it('a code for changing the phone opens no session', async () => {
    const { ctx } = await signedIn(freshPhone())
    const asked = await requestLoginCode(ctx, { phone: freshPhone(), purpose: 'change-phone' })
    if (!asked.ok) throw new Error(asked.ruleId)
    const code = await codeOf(asked.value.challengeId)
    expect(await signInPerson(guest(), { challengeId: asked.value.challengeId, code }, browser)).toMatchObject({
      ruleId: 'login-code.gone',
    })
  })

  it('full-width digits and blanks are read', async () => {
    const { challengeId, code } = await codeFor(freshPhone())
    const typed = ` ${code.slice(0, 3)} ${[...code.slice(3)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')}`
    expect(await signInPerson(guest(), { challengeId, code: typed }, browser)).toMatchObject({ ok: true })
  })

  it('a closed account is told so and gets no session', async () => {
    const phone = freshPhone()
    const { personId } = await signedIn(phone)
    await all.person.update({ where: { id: personId }, data: { status: 'blocked' } })
    clock.advance({ seconds: 61 })
    expect(await signInPerson(guest(), await codeFor(phone), browser)).toMatchObject({ ruleId: 'account.closed' })
  })
})

describe('sessions', () => {
  it('are listed and ended by their owner, each and all', async () => {
    const phone = freshPhone()
    const first = await signedIn(phone)
    clock.advance({ seconds: 61 })
    const second = await signedIn(phone)
    const listed = await listSessions(second.ctx)
    expect(listed.ok && listed.value.map(({ sessionId, isThis }) => [sessionId, isThis])).toEqual([
      [second.sessionId, true],
      [first.sessionId, false],
    ])
    expect(await endSession(second.ctx, { sessionId: first.sessionId })).toMatchObject({ ok: true })
    expect(await endSession(second.ctx, { sessionId: first.sessionId })).toMatchObject({ ok: true })
    expect(await all.session.findUnique({ where: { id: first.sessionId } })).toMatchObject({
      endedBecause: 'ended-by-owner',
    })
    expect(await endOtherSessions(second.ctx)).toEqual({ ok: true, value: { count: 0 } })
  })

  it('that rested too long are open no more', async () => {
    const phone = freshPhone()
    const { sessionId } = await signedIn(phone)
    clock.advance({ days: 8 })
    const again = await signedIn(phone)
    const listed = await listSessions(again.ctx)
    expect(listed.ok && listed.value.map((one) => one.sessionId)).toEqual([again.sessionId])
    expect(await all.session.findUnique({ where: { id: sessionId } })).toMatchObject({ endedAt: null })
  })

  it('of another person are as absent as one that never was', async () => {
    const [mine, theirs] = [await signedIn(freshPhone()), await signedIn(freshPhone())]
    const answer = await endSession(mine.ctx, { sessionId: theirs.sessionId })
    expect(answer).toEqual(await endSession(mine.ctx, { sessionId: crypto.randomUUID() }))
    expect(await all.session.findUnique({ where: { id: theirs.sessionId } })).toMatchObject({ endedAt: null })
  })

  it('signing out ends the row; nobody signed in has nothing to end', async () => {
    const { ctx, sessionId } = await signedIn(freshPhone())
    expect(await signOut(ctx)).toEqual({ ok: true, value: null })
    expect(await all.session.findUnique({ where: { id: sessionId } })).toMatchObject({ endedBecause: 'signed-out' })
    expect(await signOut(guest())).toEqual({ ok: true, value: null })
    expect(await listSessions(guest())).toMatchObject({ kind: 'sign-in-needed' })
  })
})

it('what accounts no longer need is swept away, and nothing that is still good for something', async () => {
  const old = await codeFor(freshPhone())
  const phone = freshPhone()
  await signedIn(phone)
  clock.advance({ days: 2 })
  const fresh = await codeFor(freshPhone())
  const swept = await sweepAccounts(testContext({ db, clock, actor: systemActor('sweep') }))
  expect(swept.loginCodes).toBeGreaterThan(0)
  expect(swept.sessions).toBe(0)
  expect(await all.loginCode.findMany({ where: { id: { in: [old.challengeId, fresh.challengeId] } } })).toMatchObject([
    { id: fresh.challengeId },
  ])
})
