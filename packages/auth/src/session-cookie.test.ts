import { expect, it } from 'vitest'
import { createSessionCookies } from './session-cookie.ts'

const secret = 'one secret of thirty-two characters'
const other = 'another secret of thirty-two letters'
const sessionId = '01936f0e-7d1c-7000-8000-000000000001'
const expiresAt = new Date('2026-11-25T00:00:00Z')
const web = createSessionCookies({ site: 'web', secrets: [secret], origin: 'https://court.example' })

it('a cookie gives back the session it was issued for', async () => {
  const cookie = await web.issue({ sessionId, expiresAt })
  expect(await web.read(cookie.value)).toBe(sessionId)
  expect(cookie).toMatchObject({
    name: '__Host-tongheng-web',
    options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
  })
})

it('over plain HTTP the cookie has no prefix, which a browser would refuse', () => {
  const local = createSessionCookies({ site: 'admin', secrets: [secret], origin: 'http://localhost:3001' })
  expect(local.clear()).toMatchObject({
    name: 'tongheng-admin',
    value: '',
    options: { secure: false, expires: new Date(0) },
  })
})

it('the cookie of one site is nothing to the other', async () => {
  const admin = createSessionCookies({ site: 'admin', secrets: [other], origin: 'https://court.example' })
  expect(await admin.read((await web.issue({ sessionId, expiresAt })).value)).toBeNull()
})

it('a secret that was replaced still reads, until it is taken away', async () => {
  const { value } = await web.issue({ sessionId, expiresAt })
  const rotated = createSessionCookies({ site: 'web', secrets: [other, secret], origin: 'https://court.example' })
  const finished = createSessionCookies({ site: 'web', secrets: [other], origin: 'https://court.example' })
  expect(await rotated.read(value)).toBe(sessionId)
  expect(await finished.read(value)).toBeNull()
})

it.each([
  undefined,
  '',
  'x',
  `${'e30.'.repeat(3)}e30`,
  'a'.repeat(5000),
  `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ sid: sessionId }))}.`,
])('what was not issued here is nobody: %j', async (value) => {
  expect(await web.read(value)).toBeNull()
})

it('a changed cookie is nobody', async () => {
  const { value } = await web.issue({ sessionId, expiresAt })
  const middle = Math.floor(value.length / 2)
  const changed = value.slice(0, middle) + (value[middle] === 'A' ? 'B' : 'A') + value.slice(middle + 1)
  expect(await web.read(changed)).toBeNull()
})
