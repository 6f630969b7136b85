import { expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import { createTestDatabase } from '@court/testkit/database'
import { kindOf } from '../refusal.ts'
import { choosePassword, finishInvitation, readInvitation } from '../staff/accept-invitation.ts'
import { totpAt } from '../staff/totp.ts'
import { foundNation, type FoundNationInput } from './found-nation.ts'
import { listCourts } from './list-courts.ts'

const { adminDb, all } = await createTestDatabase()
const ctx = testContext({ db: adminDb, clientAddress: null })

const input: FoundNationInput = {
  nameZh: '最高人民法院',
  nameEn: "Supreme People's Court",
  slug: 'supreme',
  code: '最高法',
  codeFrom: '2016-01-01',
  unit: { kind: 'division', nameZh: '信息中心', nameEn: 'Information Centre' },
  admin: { login: 'first.admin', name: '林试' },
}

test('the nation is founded once, also when two do it at the same time', async () => {
  const answers = await Promise.all([foundNation(ctx, input), foundNation(ctx, { ...input, slug: 'other' })])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const refused = answers.find((answer) => !answer.ok)
  expect(refused && !refused.ok && [refused.ruleId, kindOf(refused)]).toEqual(['nation.founded', 'conflict'])
  expect(await all.court.count()).toBe(1)
})

test('its first administrator joins by the invitation and reaches every court', async () => {
  await all.$executeRaw`truncate court, court_code, unit, staff_member, staff_post, staff_account cascade`
  const founded = await foundNation(ctx, input)
  if (!founded.ok || !founded.value.token) throw new Error('not founded')
  const { token } = founded.value
  const password = 'a-long-enough-pass-phrase-42'
  expect(await choosePassword(ctx, { token, password, again: password })).toMatchObject({ ok: true })
  const invitation = await readInvitation(ctx, { token })
  if (!invitation.ok || !invitation.value.totp) throw new Error('no authenticator')
  const code = totpAt(invitation.value.totp.secret, ctx.now())
  const joined = await finishInvitation(ctx, { token, code }, { app: 'admin', userAgent: 'test' })
  if (!joined.ok || joined.value.kind !== 'signed-in') throw new Error('not signed in')
  const { sessionId } = joined.value
  const { courtId, staffId, accountId } = founded.value
  const actor = { kind: 'staff', roles: ['national-admin'], courtId, staffId, accountId, sessionId } as const
  expect(await listCourts(testContext({ db: adminDb, actor }))).toMatchObject({ ok: true })
})

test('a name that is none is refused beside its field, and nothing is founded', async () => {
  await all.$executeRaw`truncate court, court_code, unit, staff_member, staff_post, staff_account cascade`
  const answer = await foundNation(ctx, { ...input, admin: { login: 'first.admin', name: '12345' } })
  expect(answer).toMatchObject({ ok: false, kind: 'invalid', fields: { name: expect.anything() as unknown } })
  expect(await all.court.count()).toBe(0)
})
