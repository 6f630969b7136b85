import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trace } from '@opentelemetry/api'
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-base'
import { afterAll, expect, test } from 'vitest'
import { startTracingTo } from '@court/adapters/telemetry/tracing'
import { workQueues } from '@court/jobs/work-queues'
import { testContext } from '@court/testkit/context'
import { createTestDatabase } from '@court/testkit/database'
import { startMessageServers } from '@court/testkit/messages'
import { addQueues } from '@court/testkit/queue-database'
import { openQueues } from '@court/jobs/queues'
import { requestLoginCode } from '@court/usecases/accounts/request-login-code'
import { relayOwed } from '@court/usecases/outbox/relay-owed'
import { createHandlers } from './handlers.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongheng-trace-'))
const database = await createTestDatabase()
const { url } = await addQueues(database)
const { ports, sent } = await startMessageServers()
const queues = openQueues({ kind: 'postgres', url }, () => undefined)
afterAll(async () => {
  await queues.close()
  await rm(folder, { recursive: true, force: true })
})

const phone = '13912345678'
const spans: ReadableSpan[] = []

test('a request, what it owes, the job that pays it and their SQL are one trace, without a phone or a code in it', async () => {
  const memory = new InMemorySpanExporter()
  const tracing = await startTracingTo(
    { export: (batch, done) => (spans.push(...batch), memory.export(batch, done)), shutdown: () => memory.shutdown() },
    { app: 'test', ratio: 1 },
  )
  const contextFor = (job: string) =>
    testContext({ db: database.db, actor: { kind: 'system', job }, ports, now: new Date() })
  const work = workQueues(queues, {
    handlers: createHandlers({
      env: { WEB_ORIGIN: 'http://localhost:3000' },
      contextFor,
      log: { info: () => undefined },
    }),
    concurrency: { notices: 2, clocks: 1 },
    onDead: () => undefined,
    onFailedAttempt: () => undefined,
    onError: () => undefined,
  })
  await trace.getTracer('test').startActiveSpan('POST /sign-in', async (span) => {
    const asked = await requestLoginCode(testContext({ db: database.db, now: new Date() }), {
      phone,
      purpose: 'sign-in',
    })
    expect(asked.ok).toBe(true)
    span.end()
  })
  // The relay works for everybody: its own spans are nobody's request.
  expect(await relayOwed(contextFor('relay'), queues)).toBe(1)
  await expect.poll(() => sent.length, { timeout: 20_000, interval: 20 }).toBe(1)
  expect(await work.close(5000)).toBe('drained')
  await tracing.stop()

  const request = spans.find(({ name }) => name === 'POST /sign-in')
  const job = spans.find(({ name }) => name === 'job deliver-login-code')
  expect(job?.parentSpanContext?.traceId).toBe(request?.spanContext().traceId)
  const ofTrace = spans.filter((span) => span.spanContext().traceId === request?.spanContext().traceId)
  const childrenOf = (parent: ReadableSpan | undefined) =>
    ofTrace.filter((span) => span.parentSpanContext?.spanId === parent?.spanContext().spanId).map(({ name }) => name)
  expect(childrenOf(request)).toContain('transaction nation')
  expect(childrenOf(job)).toContain('transaction nation')
  const statements = ofTrace.map(({ name }) => name)
  expect(statements).toContain('insert outbox')
  expect(statements.some((name) => name.startsWith('select login_code'))).toBe(true)
  const told = JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })))
  const code = /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? 'no code'
  expect(told).not.toContain(phone)
  expect(told).not.toContain(code)
})

test('the trace travels beside the ids of the payload, and only where one is kept', async () => {
  const asked = await requestLoginCode(testContext({ db: database.db, now: new Date() }), {
    phone: '13912345679',
    purpose: 'sign-in',
  })
  expect(asked.ok).toBe(true)
  const rows = await database.all.outbox.findMany({ orderBy: { id: 'asc' }, select: { payload: true } })
  expect(rows.map(({ payload }) => Object.keys(payload as object).sort())).toEqual([
    ['loginCodeId', 'trace'],
    ['loginCodeId'],
  ])
})
