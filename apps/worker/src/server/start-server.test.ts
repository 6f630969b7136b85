import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signGatewayBody } from '@court/adapters/sms/gateway-signature'
import { createSessionCookies } from '@court/auth/session-cookie'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { addQueues } from '@court/testkit/queue-database'
import type { StaffRole } from '@court/usecases/actor'
import { beginDraining, endDraining } from '@court/adapters/telemetry/draining'
import { startTelemetry } from '@court/adapters/telemetry/start-telemetry'
import { telemetryOf } from '@court/adapters/telemetry/telemetry-environment'
import { readWorkerEnv } from '../env.ts'
import { createServices } from '../services.ts'
import { workerFigures } from './metrics.ts'
import { startServer } from './start-server.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongheng-worker-'))
const database = await createTestDatabase()
const queues = await addQueues(database)
const court = await buildCourt(database.all, { level: 'supreme' })
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const secret = 'the secret of the gateway'
const env = readWorkerEnv({
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  WORKER_PORT: '0',
  DATABASE_URL_WORKER: queues.url,
  DATABASE_URL_ADMIN: database.urlAs('app_admin'),
  FILES_DIR: folder,
  SESSION_SECRET_ADMIN: key(1),
  FIELD_ENCRYPTION_KEY: key(7),
  BLIND_INDEX_KEY: key(2),
  ONE_TIME_CODE_KEY: key(3),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'court@court.example',
  SMS_GATEWAY_URL: 'http://127.0.0.1:9/sms',
  SMS_GATEWAY_SECRET: secret,
})
const services = createServices(env)
const server = await startServer(services)
const base = `http://127.0.0.1:${server.port}`
afterAll(async () => {
  await server.close()
  await services.close()
  await rm(folder, { recursive: true, force: true })
})

const cookies = createSessionCookies({ site: 'admin', secrets: env.SESSION_SECRET_ADMIN, origin: env.ADMIN_ORIGIN })
async function signedIn(roles: StaffRole[], app: 'web' | 'admin' = 'admin'): Promise<Record<string, string>> {
  const { sessionId } = await buildStaff(database.all, { courtId: court.id, roles })
  await database.all.session.update({ where: { id: sessionId }, data: { app } })
  const { name, value } = await cookies.issue({ sessionId, expiresAt: new Date(Date.now() + 60_000) })
  return { cookie: `${name}=${value}` }
}
const board = (headers: Record<string, string> = {}, path = '/queues', method = 'GET') =>
  fetch(`${base}${path}`, { method, headers })

test('health and figures are told without a court, a person or a case', async () => {
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
  const checks = { database: 'ok', queue: 'ok', files: 'ok' }
  expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'ok', checks })
  // Figures have a port of their own: this one is reached by gateways and browsers.
  expect((await fetch(`${base}/metrics`)).status).toBe(404)
  const telemetry = await startTelemetry({
    app: 'worker',
    ...telemetryOf({ ...env, METRICS_PORT: 0 }),
    pools: () => services.db.pools(),
    own: workerFigures(services),
  })
  const metrics = await (await fetch(`http://127.0.0.1:${telemetry.metrics?.port}/metrics`)).text()
  await telemetry.stop()
  expect(metrics).toContain('tongheng_outbox_jobs{state="owed",app="worker"} 0')
  expect(metrics).toContain('tongheng_dependency_up{dependency="queue",app="worker"} 1')
  expect(metrics).toMatch(/tongheng_db_pool_connections\{role="worker",state="(idle|used)",app="worker"\} [1-9]/)
  expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('a worker that is told to end says so before it stops answering', async () => {
  beginDraining()
  const answer = await fetch(`${base}/readyz`)
  endDraining()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 'ending' })
})

test('the board of the queues is for administrators of the nation; for all others it does not exist', async () => {
  expect((await board()).status).toBe(404)
  expect((await board({ cookie: `${cookies.name}=forged` })).status).toBe(404)
  expect((await board(await signedIn(['court-admin']))).status).toBe(404)
  expect((await board(await signedIn(['national-admin'], 'web'))).status).toBe(404)
  const answer = await board(await signedIn(['national-admin']))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await answer.text()).not.toMatch(/(href|src)="https?:/)
})

test('a change on the board must come from the board itself', async () => {
  const admin = await signedIn(['national-admin'])
  const pause = '/queues/api/queues/notices/pause'
  expect((await board(admin, pause, 'PUT')).status).toBe(404)
  expect((await board({ ...admin, origin: 'https://elsewhere.example' }, pause, 'PUT')).status).toBe(404)
  expect((await board({ ...admin, origin: base }, pause, 'PUT')).status).toBe(200)
  const own = { ...admin, origin: base }
  expect((await board(own, '/queues/api/queues/notices/resume', 'PUT')).status).toBe(200)
})

test('a report of the gateway must be signed; one about an unknown message says nothing of what we sent', async () => {
  const report = { eventId: 'e-1', messageId: 'delivery-unknown', state: 'delivered', at: new Date().toISOString() }
  const body = JSON.stringify(report)
  const post = (headers: Record<string, string>, text = body) =>
    fetch(`${base}/reports/sms`, { method: 'POST', body: text, headers })
  const signed = (text = body) => ({ ...signGatewayBody({ secret, body: text, nonce: 'once', now: new Date() }) })
  expect((await post({})).status).toBe(401)
  expect((await post(signed(), body.replace('delivered', 'failed'))).status).toBe(401)
  expect((await post(signed('x'.repeat(10_001)), 'x'.repeat(10_001))).status).toBe(413)
  expect(await (await post(signed())).json()).toEqual({ ok: true })
})
