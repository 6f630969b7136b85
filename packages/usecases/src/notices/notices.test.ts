import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { systemActor } from '@court/testkit/context'
import { startMessageServers } from '@court/testkit/messages'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork } from '@court/testkit/court-at-work'
import { countUnread } from './count-unread.ts'
import { deliverNotice, messageIdOf } from './deliver-notice.ts'
import { listNotices } from './list-notices.ts'
import { markNoticesRead } from './mark-notices-read.ts'
import { recordSmsReport } from './record-sms-report.ts'

const messages = await startMessageServers()
const scene = await courtAtWork(await createTestDatabase(), await createTestPorts(), messages.ports)
const { all, court, file, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
await scene.staff(['judge'], '王法官')
const worker = scene.as(systemActor('deliver-notice'))
const siteUrl = 'https://courts.example'
const all20 = { unreadOnly: false, limit: 20 }

const deliveryOf = (caseId: string, channel: string) =>
  all.delivery.findFirstOrThrow({ where: { caseId, channel }, orderBy: { queuedAt: 'asc' } })
const deliver = (deliveryId: string) => deliverNotice(worker, { courtId: court.id, deliveryId, siteUrl })

test('a notice goes out by mail and by text message, each once, with the address of the case', async () => {
  const person = await scene.person({ email: 'li@party.example' })
  const { caseId } = await file(person)
  const [sms, mail] = [await deliveryOf(caseId, 'sms'), await deliveryOf(caseId, 'mail')]
  expect(await deliver(sms.id)).toMatchObject({ outcome: 'accepted' })
  expect(await deliver(mail.id)).toMatchObject({ outcome: 'accepted' })
  expect(await deliver(sms.id)).toEqual({ outcome: 'not-needed' })
  expect(messages.sent.map(({ kind }) => kind).sort()).toEqual(['mail', 'sms'])
  for (const { text } of messages.sent) expect(text).toContain(`${siteUrl}/my/${court.slug}/${caseId}`)
  expect(await deliveryOf(caseId, 'sms')).toMatchObject({ state: 'sent', attempts: 1 })
})

test('a server that is down is tried again; one that refuses is not', async () => {
  const { caseId } = await file(await scene.person())
  const { id } = await deliveryOf(caseId, 'sms')
  messages.become('down')
  expect(await deliver(id)).toMatchObject({ outcome: 'unavailable' })
  expect(await deliveryOf(caseId, 'sms')).toMatchObject({ state: 'queued', attempts: 1 })
  messages.become('refusing')
  expect(await deliver(id)).toMatchObject({ outcome: 'refused' })
  expect(await deliveryOf(caseId, 'sms')).toMatchObject({ state: 'failed', attempts: 2 })
  messages.become('up')
  expect(await deliver(id)).toEqual({ outcome: 'not-needed' })
})

test('a mail whose fate is not known is not sent again: its row says so, and a person is called', async () => {
  const { caseId } = await file(await scene.person({ email: 'wu@party.example' }))
  const { id } = await deliveryOf(caseId, 'mail')
  const arrived = messages.sent.length
  // The worker dies after the server took the body and before the answer was kept.
  const dying = {
    ...worker,
    ports: {
      ...worker.ports,
      mail: {
        send: async (...given: Parameters<typeof worker.ports.mail.send>) => {
          await worker.ports.mail.send(...given)
          throw new Error('the process is gone')
        },
      },
    },
  }
  await expect(deliverNotice(dying, { courtId: court.id, deliveryId: id, siteUrl })).rejects.toThrow('gone')
  expect(await deliveryOf(caseId, 'mail')).toMatchObject({ state: 'unknown' })
  expect(await deliver(id)).toMatchObject({ outcome: 'unknown' })
  expect(messages.sent).toHaveLength(arrived + 1)
  expect(scene.ports.alarms.at(-1)).toEqual({ kind: 'delivery-unknown', facts: { courtId: court.id, deliveryId: id } })
})

test('what the gateway reports is kept, in whatever order and however often it comes', async () => {
  const { caseId } = await file(await scene.person())
  const { id } = await deliveryOf(caseId, 'sms')
  await deliver(id)
  const report = {
    eventId: 'e1',
    messageId: messageIdOf(id),
    state: 'delivered' as const,
    at: '2026-03-02T02:00:00.000Z',
  }
  expect(await recordSmsReport(worker, report)).toBe(true)
  expect(await recordSmsReport(worker, report)).toBe(true)
  expect(await recordSmsReport(worker, { ...report, eventId: 'e0', state: 'failed' })).toBe(true)
  expect(await deliveryOf(caseId, 'sms')).toMatchObject({ state: 'delivered', lastError: null })
  expect(await recordSmsReport(worker, { ...report, messageId: 'login-code-1' })).toBe(false)
})

test('a person reads the notices of all courts, marks them, and has none of others', async () => {
  const person = await scene.person()
  const { caseId } = await file(person)
  const { notices, unread } = must(await listNotices(person, all20))
  expect(notices).toMatchObject([
    { caseId, court: { slug: court.slug }, readAt: null, link: `/my/${court.slug}/${caseId}` },
  ])
  expect(JSON.stringify(notices)).not.toMatch(/\{[a-z]+\}/)
  expect(unread).toBe(1)
  const other = await scene.person()
  const noticeIds = notices.map(({ id }) => id)
  expect(must(await markNoticesRead(other, { noticeIds })).unread).toBe(0)
  expect(must(await countUnread(person)).unread).toBe(1)
  expect(must(await markNoticesRead(person, { noticeIds })).unread).toBe(0)
  expect(must(await listNotices(person, { ...all20, unreadOnly: true })).notices).toEqual([])
  expect(must(await listNotices(other, all20)).notices).toEqual([])
})

test('staff have the notices of their own court; who is not signed in has none', async () => {
  const person = await scene.person()
  const filed = await file(person)
  must(await scene.act(person, filed, 'withdraw-filing', { ground: '已经和解' }))
  const { notices } = must(await listNotices(clerk, all20))
  const told = notices.find(({ caseId }) => caseId === filed.caseId)
  expect(told).toMatchObject({ link: `/desk/cases/${filed.caseId}`, readAt: null })
  expect(must(await markNoticesRead(clerk, { noticeIds: 'all' })).unread).toBe(0)
  expect(must(await countUnread(scene.as({ kind: 'anonymous' }))).unread).toBe(0)
  expect(await listNotices(scene.as({ kind: 'anonymous' }), all20)).toMatchObject({ ok: false, kind: 'sign-in-needed' })
})
