import { Hono } from 'hono'
import { readSmsReport } from '@court/adapters/sms/read-report'
import { recordSmsReport } from '@court/usecases/notices/record-sms-report'
import type { WorkerServices } from '../services.ts'

const bodyCharactersMax = 10_000

/** Where the SMS gateway reports what became of a message: signed, fresh, and harmless when it comes twice or too late. */
export function smsReports({ env, contextFor }: WorkerServices): Hono {
  const app = new Hono()
  app.post('/sms', async (ctx) => {
    const body = await ctx.req.text()
    if (body.length > bodyCharactersMax) return ctx.json({ error: 'too large' }, 413)
    const read = readSmsReport({
      secret: env.SMS_GATEWAY_SECRET,
      body,
      now: new Date(),
      header: (name) => ctx.req.header(name),
    })
    if (!read.ok) return ctx.json({ error: 'not understood' }, read.status)
    // An unknown message is answered alike: a report says nothing about what we sent.
    await recordSmsReport(contextFor('sms-report'), read.report)
    return ctx.json({ ok: true })
  })
  return app
}
