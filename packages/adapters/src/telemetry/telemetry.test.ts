import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { channel } from 'node:diagnostics_channel'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { boundedLabel } from './bounded-label.ts'
import { beginDraining, drainBeforeEnd, endDraining, isDraining } from './draining.ts'
import { courtOf, routeOf } from './route-label.ts'
import { startTelemetry, type Telemetry } from './start-telemetry.ts'

let telemetry: Telemetry
const site = createServer((request, response) => {
  if (request.url?.startsWith('/absent')) response.statusCode = 404
  response.end('ok')
})
const portOf = () => (site.address() as AddressInfo).port
const ask = (path: string) =>
  new Promise<IncomingMessage>((done) =>
    get({ port: portOf(), path }, (answer) => answer.resume().on('end', () => done(answer))),
  )
const figures = async () => {
  const answer = await fetch(`http://127.0.0.1:${telemetry.metrics?.port}/metrics`)
  return { status: answer.status, text: await answer.text() }
}

beforeAll(async () => {
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready))
  telemetry = await startTelemetry({
    app: 'test',
    metrics: { host: '127.0.0.1', port: 0, courtsMax: 2 },
    traces: { endpoint: undefined, ratio: 1 },
    pools: () => [{ role: 'public', total: 3, idle: 1, waiting: 4 }],
  })
})
afterAll(async () => {
  await telemetry.stop()
  site.closeAllConnections()
  await new Promise((done) => site.close(done))
})

test('of a label without end only the first values are kept apart', () => {
  const label = boundedLabel(2)
  expect(['a', 'b', 'c', 'a', 'd'].map(label)).toEqual(['a', 'b', 'other', 'a', 'other'])
})

test('an address is counted under its part of the site, without ids and without what was searched for', () => {
  expect(routeOf('/')).toBe('home')
  expect(routeOf('/api/trpc/filing.submit,desk.list?input=x')).toBe('api/trpc/filing.submit')
  expect(routeOf('/desk/cases/0199-ab?q=%E5%BC%A0')).toBe('desk')
  expect(courtOf('/c/yinzhou?lang=en')).toBe('yinzhou')
  expect(courtOf('/files/cases/yinzhou/1/2')).toBe('yinzhou')
  expect([courtOf('/file/d/0199'), courtOf('/my/notices'), courtOf('/my'), courtOf('/desk')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('what was asked for is told on a port of its own: by route and court, strangers and beyond the bound as one', async () => {
  for (const path of ['/c/yinzhou', '/c/yinzhou', '/c/yuyao', '/c/third', '/absent/1', '/absent/2', '/desk?q=ZHANGSAN'])
    await ask(path)
  const { text } = await figures()
  expect(text).toContain('tongheng_court_requests_total{court="yinzhou",app="test"} 2')
  expect(text).toContain('tongheng_court_requests_total{court="other",app="test"} 1')
  expect(text).toContain('tongheng_http_seconds_count{app="test",route="absent",method="GET",status="4xx"} 2')
  expect(text).not.toMatch(/third|ZHANGSAN|absent\/1/)
  expect((await fetch(`http://127.0.0.1:${telemetry.metrics?.port}/other`)).status).toBe(404)
})

test('pools, transactions, jobs and alarms are told by what the packages say', async () => {
  channel('tongheng.db.transaction').publish({ role: 'public', outcome: 'committed', milliseconds: 3 })
  channel('tongheng.job').publish({ job: 'deliver-notice', outcome: 'failed', milliseconds: 30 })
  channel('tongheng.alarm').publish({ kind: 'job-dead' })
  const { text } = await figures()
  expect(text).toContain('tongheng_db_pool_connections{role="public",state="waiting",app="test"} 4')
  expect(text).toContain('tongheng_db_transaction_seconds_count{app="test",role="public",outcome="committed"} 1')
  expect(text).toContain('tongheng_job_seconds_count{app="test",job="deliver-notice",outcome="failed"} 1')
  expect(text).toContain('tongheng_alarms_total{kind="job-dead",app="test"} 1')
})

test('without a port and a collector nothing is counted, traced or listened to', async () => {
  const none = await startTelemetry({
    app: 'none',
    metrics: { host: '127.0.0.1', port: undefined, courtsMax: 2 },
    traces: { endpoint: undefined, ratio: 1 },
    pools: () => [],
  })
  expect(none.metrics).toBeNull()
  expect(none.tracing).toBeNull()
  await none.stop()
})

test('a process that drains tells its clients to connect elsewhere, and ends only after the wait', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const ends: string[] = []
  let onSignal = () => undefined as void
  const fake = {
    listeners: () => [(signal: string) => ends.push(signal)],
    removeAllListeners: () => process,
    on: (_name: string, listener: () => void) => {
      onSignal = listener
      return process
    },
  }
  const told = vi.fn()
  drainBeforeEnd(5000, told, fake as never)
  expect((await ask('/desk')).headers.connection).not.toBe('close')
  onSignal()
  onSignal()
  expect(isDraining()).toBe(true)
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(4999)
  expect(ends).toEqual([])
  vi.advanceTimersByTime(1)
  expect(ends).toEqual(['SIGTERM'])
  vi.useRealTimers()
  expect((await ask('/desk')).headers.connection).toBe('close')
  endDraining()
})

test('draining is one fact for the whole process', () => {
  beginDraining()
  expect((globalThis as never as Record<symbol, boolean>)[Symbol.for('tongheng.draining')]).toBe(true)
  endDraining()
})
