import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkNewPassword, hashPassword, isPassword } from './password.ts'
import { acceptTotp, newTotpSecret, totpAt, totpUri } from './totp.ts'

it('a password opens its own hash and no other', async () => {
  const hash = await hashPassword('静水流深 twelve birds')
  expect(await isPassword('静水流深 twelve birds', hash)).toBe(true)
  expect(await isPassword('静水流深 twelve bird', hash)).toBe(false)
  expect(hash).not.toBe(await hashPassword('静水流深 twelve birds'))
})

it('no account takes as long as a wrong password, and answers the same', async () => {
  const hash = await hashPassword('静水流深 twelve birds')
  const timed = async (stored: string | null) => {
    // The work that is done, not the time until it is: other programs must not count.
    const from = process.cpuUsage()
    expect(await isPassword('a wrong password', stored)).toBe(false)
    const { user, system } = process.cpuUsage(from)
    return user + system
  }
  const wrong: number[] = []
  const absent: number[] = []
  for (let round = 0; round < 7; round++) {
    wrong.push(await timed(hash))
    absent.push(await timed(null))
  }
  // The least of seven: whatever this process does beside it only ever adds.
  expect(Math.min(...absent) / Math.min(...wrong)).toSatisfy((ratio: number) => ratio > 0.8 && ratio < 1.25)
})

it.each([
  ['short one', 'short'],
  ['123456789012', 'common'],
  ['passwordpassword', 'common'],
  ['aaaaaaaaaaaaaa', 'common'],
  ['password123456', 'common'],
  ['my lin.fang is long', 'own'],
  ['x'.repeat(129), 'long'],
])('%s is no password: %s', (password, fault) => {
  expect(checkNewPassword(password, ['lin.fang', '林方'])).toMatchObject({ ok: false, fault })
})

it('a sentence is a good password', () => {
  expect(checkNewPassword('清晨的江面有三只白鹭飞过', ['lin.fang']).ok).toBe(true)
  expect(checkNewPassword('three white herons at dawn', ['lin.fang']).ok).toBe(true)
})

const secret = newTotpSecret(randomBytes(20))
const now = new Date('2026-11-24T01:00:10Z')

it('a code is taken once, and one step early or late', () => {
  const step = acceptTotp({ secret, code: totpAt(secret, now), now, lastStep: null })
  expect(step).toBe(Math.floor(now.getTime() / 30_000))
  expect(acceptTotp({ secret, code: totpAt(secret, now), now, lastStep: step })).toBeNull()
  const before = new Date(now.getTime() - 30_000)
  expect(acceptTotp({ secret, code: totpAt(secret, before), now, lastStep: null })).toBe((step ?? 0) - 1)
  expect(acceptTotp({ secret, code: totpAt(secret, before), now, lastStep: step })).toBeNull()
  const longBefore = new Date(now.getTime() - 90_000)
  expect(acceptTotp({ secret, code: totpAt(secret, longBefore), now, lastStep: null })).toBeNull()
})

it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is no code', (code) => {
  expect(acceptTotp({ secret, code, now, lastStep: null })).toBeNull()
})

it('the QR code names the court and the login', () => {
  expect(totpUri({ secret, login: 'lin.fang', issuer: '海澄区人民法院' })).toBe(
    `otpauth://totp/${encodeURIComponent('海澄区人民法院')}:lin.fang?issuer=${encodeURIComponent('海澄区人民法院')}&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  )
})
