import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkResidentId } from '@court/usecases/identity/check-resident-id'
import { createClock } from './clock.ts'
import { anonymous, testContext } from './context.ts'
import { buildCourt, buildStaff, buildUnit } from './courts.ts'
import { createTestDatabase } from './database.ts'
import { startMessageServers } from './messages.ts'
import { buildPerson } from './persons.ts'
import { residentNumber } from './resident-number.ts'
import { createTestPorts } from './ports.ts'

const database = await createTestDatabase()
const messages = await startMessageServers()
const ports = await createTestPorts()

test('a test database is migrated, empty, and entered by roles that own nothing', async () => {
  expect(await database.all.court.count()).toBe(0)
  const who = await database.db.withNation(
    anonymous,
    (tx) => tx.$queryRaw<[{ role: string }]>`select current_user::text as role`,
  )
  expect(who[0].role).toBe('app_public')
})

test('what the builders make is there for those who may see it', async () => {
  const court = await buildCourt(database.all)
  const unitId = await buildUnit(database.all, { courtId: court.id })
  const judge = await buildStaff(database.all, { courtId: court.id, roles: ['judge'], unitId })
  const person = await buildPerson(database.all)
  const seen = await database.db.withCourt({ courtId: court.id, actor: judge }, (tx) => tx.staffMember.findMany())
  expect(seen).toMatchObject([{ id: judge.staffId, unitId, roles: ['judge'] }])
  const own = await database.db.withNation(person, (tx) => tx.session.findUnique({ where: { id: person.sessionId } }))
  expect(own?.personId).toBe(person.personId)
})

test('the clock stands still until it is moved', () => {
  const clock = createClock()
  const ctx = testContext({ db: database.db, clock })
  expect(ctx.now().toISOString()).toBe('2026-03-02T01:00:00.000Z')
  clock.advance({ days: 1, hours: 2 })
  expect(ctx.now().toISOString()).toBe('2026-03-03T03:00:00.000Z')
})

test('mails and text messages pass through the real adapters, also to servers that are down', async () => {
  const mail = { messageId: 'm-1', to: 'li@party.example', subject: '通知', text: '请查收' }
  expect(await messages.ports.mail.send(mail)).toMatchObject({ outcome: 'accepted' })
  expect(await messages.ports.sms.send({ messageId: 's-1', to: '+8613800000000', text: '验证码' })).toMatchObject({
    outcome: 'accepted',
  })
  expect(messages.sent).toMatchObject([
    { kind: 'mail', to: mail.to, subject: mail.subject },
    { kind: 'sms', text: '验证码' },
  ])
  messages.become('down')
  expect(await messages.ports.mail.send(mail)).toMatchObject({ outcome: 'unavailable' })
  expect(await messages.ports.sms.send({ messageId: 's-2', to: '+8613800000000', text: '' })).toMatchObject({
    outcome: 'unavailable',
  })
  messages.become('up')
})

test('an upload arrives whole and belongs to its owner alone', async () => {
  const ownerId = randomUUID()
  const uploadId = await ports.upload({ ownerId, name: '起诉状.pdf', body: Buffer.from('%PDF-1.7') })
  expect(await ports.uploads.take({ uploadId, ownerId })).toMatchObject({ name: '起诉状.pdf', sizeBytes: 8 })
  expect(await ports.uploads.take({ uploadId, ownerId: randomUUID() })).toBeNull()
})

test('an invented ID number adds up', () => {
  const number = residentNumber({ birthDay: '19840229' })
  expect(number).toMatch(/^33990019840229\d{3}[\dX]$/)
  expect(checkResidentId(number, '2026-03-02')).toMatchObject({ ok: true })
})
