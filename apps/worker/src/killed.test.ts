import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { addQueues } from '@court/testkit/queue-database'
import { newId } from '@court/usecases/new-id'
import { messageIdOf } from '@court/usecases/notices/deliver-notice'
import { openMessageStore, type MessageStore } from './catcher/message-store.ts'
import { createSmsGateway } from './catcher/sms-gateway.ts'

const smsSecret = 'the secret of the gateway'
const sendMs = 150
const folder = await mkdtemp(join(tmpdir(), 'tongheng-killed-'))
const database = await createTestDatabase()
const queues = await addQueues(database)
const { all } = database

/** The gateway of the demo, made slow, so that a worker is killed while messages are on their way. */
const requests = { begun: 0, answered: 0 }
let store: MessageStore
let gatewayUrl: string
let close = async () => undefined as void
const running = new Set<ReturnType<typeof spawn>>()

afterAll(async () => {
  for (const worker of running) worker.kill('SIGKILL')
  await close()
  await rm(folder, { recursive: true, force: true })
})
beforeAll(async () => {
  store = await openMessageStore(folder)
  const gateway = createSmsGateway({ store, secret: smsSecret, reportDelayMs: 10 })
  const app = new Hono()
  app.use(async (_ctx, next) => {
    requests.begun += 1
    await next()
    await new Promise((resolve) => setTimeout(resolve, sendMs))
    requests.answered += 1
  })
  app.route('/', gateway.app)
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(http, 'listening')
  gatewayUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/sms`
  close = async () => {
    await gateway.close()
    await new Promise((resolve) => http.close(resolve))
    await store.close()
  }
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function startWorker(): Promise<{ kill(): Promise<void> }> {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
  const worker = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      WORKER_PORT: String(await freePort()),
      DATABASE_URL_WORKER: queues.url,
      DATABASE_URL_ADMIN: database.urlAs('app_admin'),
      FILES_DIR: join(folder, 'files'),
      SESSION_SECRET_ADMIN: key(1),
      // What sealed the rows of the tests.
      FIELD_ENCRYPTION_KEY: key(7),
      BLIND_INDEX_KEY: key(2),
      ONE_TIME_CODE_KEY: key(3),
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'court@court.example',
      SMS_GATEWAY_URL: gatewayUrl,
      SMS_GATEWAY_SECRET: smsSecret,
    },
  })
  running.add(worker)
  let log = ''
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const ended = once(worker, 'exit')
  await expect
    .poll(() => (worker.exitCode === null ? log : `it ended: ${log}`), { timeout: 25_000, interval: 50 })
    .toContain('the worker is at work')
  return {
    async kill() {
      worker.kill('SIGKILL')
      await ended
      running.delete(worker)
    },
  }
}

/** Notices that are owed by text message, each with its delivery and its row of the outbox, as `writeNotices` leaves them. */
async function oweNotices(count: number): Promise<string[]> {
  const court = await buildCourt(all)
  const { personId } = await buildPerson(all)
  const rows = Array.from({ length: count }, () => ({ noticeId: newId(), deliveryId: newId() }))
  const common = { courtId: court.id }
  const words = { zh: '您的材料已收到', en: 'Your papers were received' }
  await all.notice.createMany({
    data: rows.map(({ noticeId }) => ({
      ...common,
      id: noticeId,
      kind: 'received',
      recipientKind: 'person',
      personId,
      title: words,
      body: words,
      dedupeKey: noticeId,
    })),
  })
  await all.delivery.createMany({
    data: rows.map(({ noticeId, deliveryId }) => ({
      ...common,
      id: deliveryId,
      noticeId,
      channel: 'sms',
      recipientKind: 'person',
      recipientId: personId,
    })),
  })
  await all.outbox.createMany({
    data: rows.map(({ deliveryId }) => ({
      ...common,
      id: newId(),
      kind: 'deliver-notice',
      payload: { ...common, deliveryId },
    })),
  })
  return rows.map(({ deliveryId }) => deliveryId)
}

const caught = (ids: readonly string[]) => {
  const wanted = new Set(ids.map(messageIdOf))
  return store.find({ kind: 'sms', limit: 5000 }).filter(({ messageId }) => wanted.has(messageId))
}
const untilCaught = (ids: readonly string[], count: number) =>
  expect.poll(() => caught(ids).length, { timeout: 30_000, interval: 20 }).toBeGreaterThanOrEqual(count)

/** Kills it while messages are on their way. */
async function killInTheMiddle(worker: { kill(): Promise<void> }, ids: readonly string[], after: number) {
  await untilCaught(ids, after)
  await expect.poll(() => requests.begun - requests.answered, { interval: 5 }).toBeGreaterThan(0)
  await worker.kill()
  expect(caught(ids).length).toBeLessThan(ids.length)
  expect(await all.outbox.count({ where: { doneAt: null } })).toBeGreaterThan(0)
}

/** Everything was delivered, once, and nothing is owed or dead. */
async function expectAllDelivered(ids: readonly string[]) {
  const open = () => all.outbox.count({ where: { doneAt: null } })
  await expect.poll(open, { timeout: 40_000, interval: 100 }).toBe(0)
  expect(
    caught(ids)
      .map(({ messageId }) => messageId)
      .sort(),
  ).toEqual(ids.map(messageIdOf).sort())
  const states = await all.delivery.groupBy({ by: ['state'], where: { id: { in: [...ids] } }, _count: true })
  expect(states.reduce((sum, { _count }) => sum + _count, 0)).toBe(ids.length)
  expect(states.map(({ state }) => state).filter((state) => state !== 'sent' && state !== 'delivered')).toEqual([])
}

let worker: Awaited<ReturnType<typeof startWorker>>

test('a worker killed again and again in the middle of its deliveries loses none, and every notice arrives once', async () => {
  const ids = await oweNotices(120)
  for (const after of [20, 60]) {
    worker = await startWorker()
    await killInTheMiddle(worker, ids, after)
  }
  worker = await startWorker()
  await expectAllDelivered(ids)
}, 120_000)

test('when the tables of the queue are lost as well, what is owed comes again from the outbox', async () => {
  const ids = await oweNotices(80)
  await killInTheMiddle(worker, ids, 20)
  await queues.wipe()
  worker = await startWorker()
  await expectAllDelivered(ids)
}, 120_000)
