import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { WorkerServices } from '../services.ts'
import { mediaReports } from './media-reports.ts'
import { queueBoard } from './queue-board.ts'
import { readiness } from './readiness.ts'
import { smsReports } from './sms-reports.ts'

/** Health, readiness, the reports of the SMS gateway and of the media server, and the board of the queues behind rights. */
export async function startServer(services: WorkerServices): Promise<{ port: number; close(): Promise<void> }> {
  const { env } = services
  const app = new Hono()
  app.use(async (ctx, next) => {
    await next()
    ctx.header('x-content-type-options', 'nosniff')
    ctx.header('referrer-policy', 'no-referrer')
    ctx.header('cache-control', 'no-store')
  })
  app.get('/healthz', (ctx) => ctx.json({ ok: true }))
  app.get('/readyz', async (ctx) => {
    const { body, status } = await readiness(services)
    return ctx.json(body, status)
  })
  app.route('/reports', smsReports(services))
  app.route('/reports', mediaReports(services))
  app.route('/queues', queueBoard(services))

  const http = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.WORKER_PORT }, () => resolve(server))
    server.once('error', reject)
  })
  return {
    port: (http.address() as AddressInfo).port,
    close: () => new Promise((resolve) => void http.close(() => resolve())),
  }
}
