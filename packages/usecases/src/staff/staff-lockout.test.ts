import { beforeAll, expect, test } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { testContext, testKeys } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { beginStaffSignIn } from './begin-staff-sign-in.ts'
import { finishStaffSignIn } from './finish-staff-sign-in.ts'
import { hashPassword } from './password.ts'
import { newTotpSecret, totpAt } from './totp.ts'

const { db, all } = await createTestDatabase()
const browser = { app: 'web', userAgent: 'a test' } as const
const password = '清晨的江面上飞过三只白鹭'
const secret = newTotpSecret(new Uint8Array(20).fill(5))

let court: BuiltCourt
let passwordHash: string
beforeAll(async () => {
  court = await buildCourt(all)
  passwordHash = await hashPassword(password)
})

async function account(login: string) {
  const { accountId } = await buildStaff(all, { courtId: court.id, roles: ['judge'], login })
  await all.staffAccount.update({
    where: { id: accountId },
    data: { passwordHash, totpCipher: testKeys.seal('staff.totp', secret), totpLastStep: null },
  })
  return login
}

const clock = createClock()
const from = (clientAddress: string) => testContext({ db, clock, clientAddress })
const enter = (login: string, word: string, address: string) =>
  beginStaffSignIn(from(address), { login, password: word }, 'web')
async function signIn(login: string, address: string) {
  const begun = await enter(login, password, address)
  if (!begun.ok) return begun
  return finishStaffSignIn(from(address), { ticket: begun.value.ticket, code: totpAt(secret, clock.now()) }, browser)
}
const addressOf = (index: number) => `198.18.${Math.floor(index / 250)}.${1 + (index % 250)}`

test('of ten thousand wrong passwords from a thousand addresses in a day no more than twenty are looked at', async () => {
  const login = await account('besieged')
  let lookedAt = 0
  let refused = 0
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        enter(login, `guess ${round} ${index}`, addressOf((round * 500 + index) % 1000)),
      ),
    )
    for (const answer of answers) {
      if (answer.ok) throw new Error('a wrong password opened the door')
      if (answer.ruleId === 'staff.wrong-password') lookedAt += 1
      else if (answer.kind === 'rate-limited') refused += 1
    }
    clock.advance({ minutes: 60 })
  }
  expect(lookedAt + refused).toBe(10_000)
  expect(lookedAt).toBeLessThanOrEqual(20)
  expect(lookedAt).toBeGreaterThanOrEqual(5)
}, 400_000)

test('meanwhile the owner gets in from where they got in before, though others go on guessing elsewhere', async () => {
  const login = await account('at-home')
  const home = '192.0.2.77'
  expect(await signIn(login, home)).toMatchObject({ ok: true })
  clock.advance({ minutes: 5 })
  for (let index = 0; index < 30; index += 1) await enter(login, 'wrong', addressOf(index))
  expect(await enter(login, password, '198.51.100.1')).toMatchObject({ kind: 'rate-limited' })
  expect(await signIn(login, home)).toMatchObject({ ok: true })
})

test('from there too passwords are not guessed at without end', async () => {
  const login = await account('shared-desk')
  const home = '192.0.2.78'
  expect(await signIn(login, home)).toMatchObject({ ok: true })
  let lookedAt = 0
  for (let hour = 0; hour < 24; hour += 1) {
    for (let attempt = 0; attempt < 8; attempt += 1)
      if (((await enter(login, 'wrong', home)) as { ruleId?: string }).ruleId === 'staff.wrong-password') lookedAt += 1
    clock.advance({ minutes: 59 })
  }
  expect(lookedAt).toBeLessThanOrEqual(20)
})

test('an owner who was never here before is locked out for a day at most', async () => {
  const login = await account('newcomer')
  for (let index = 0; index < 30; index += 1) {
    await enter(login, 'wrong', addressOf(index))
    clock.advance({ minutes: 16 })
  }
  expect(await enter(login, password, '203.0.113.5')).toMatchObject({ kind: 'rate-limited' })
  clock.advance({ days: 1 })
  expect(await signIn(login, '203.0.113.5')).toMatchObject({ ok: true })
})

test('a known and an unknown login take the same time and get the same words', async () => {
  const login = await account('timed')
  const took = async (name: string, address: string) => {
    // Time of the processor, for the hash takes nearly all of it and other work of the machine does not count.
    const began = process.cpuUsage()
    const answer = await enter(name, 'wrong', address)
    const { user, system } = process.cpuUsage(began)
    return { milliseconds: (user + system) / 1000, answer }
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 11; round += 1) {
    clock.advance({ days: 2 })
    const [one, other] = [
      await took(login, `203.0.113.${round}`),
      await took(`nobody-${round}`, `203.0.113.${100 + round}`),
    ]
    expect(one.answer).toEqual(other.answer)
    known.push(one.milliseconds)
    unknown.push(other.milliseconds)
  }
  const median = (times: number[]) => times.sort((left, right) => left - right)[5] ?? 0
  const ratio = median(known) / median(unknown)
  expect(ratio).toBeGreaterThan(0.75)
  expect(ratio).toBeLessThan(1.35)
})
