import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { isDatabaseReady } from '@court/usecases/wire-database'
import type { WorkerServices } from '../services.ts'
import { metricsText } from './metrics.ts'
import { queueBoard } from './queue-board.ts'
import { smsReports } from './sms-reports.ts'

/** Health, figures, the reports of the SMS gateway, and the board of the queues behind rights. */
export async function startServer(services: WorkerServices): Promise<{ port: number; close(): Promise<void> }> {
  const { env, db, queues } = services
  const app = new Hono()
  app.use(async (ctx, next) => {
    await next()
    ctx.header('x-content-type-options', 'nosniff')
    ctx.header('referrer-policy', 'no-referrer')
    ctx.header('cache-control', 'no-store')
  })
  app.get('/healthz', (ctx) => ctx.json({ ok: true }))
  app.get('/readyz', async (ctx) => {
    const database = await isDatabaseReady(db, ['system'])
    const queue = await queues.counts().then(
      () => true,
      () => false,
    )
    return ctx.json({ database, queue }, database && queue ? 200 : 503)
  })
  app.get('/metrics', async (ctx) => ctx.text(await metricsText(services)))
  app.route('/reports', smsReports(services))
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
