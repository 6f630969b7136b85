import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { CatcherEnv } from './env.ts'
import { openMessageStore } from './message-store.ts'
import { renderPage } from './page.ts'
import { createSmsGateway } from './sms-gateway.ts'
import { readSignIns, renderSignIns } from './sign-ins-page.ts'
import { startSmtpCatcher } from './smtp-catcher.ts'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Page and SMS gateway on one port, SMTP on another; ports given as 0 are chosen by the system. */
export async function startCatcher(env: CatcherEnv) {
  const store = await openMessageStore(env.directory)
  const smtp = await startSmtpCatcher({ host: env.host, port: env.smtpPort, store })
  const gateway = createSmsGateway({ store, secret: env.smsSecret })

  const app = new Hono()
  app.use(async (ctx, next) => {
    await next()
    ctx.header('content-security-policy', policy)
    ctx.header('x-content-type-options', 'nosniff')
    ctx.header('referrer-policy', 'no-referrer')
    ctx.header('cache-control', 'no-store')
  })
  app.route('/', gateway.app)
  app.get('/healthz', (ctx) => ctx.json({ ok: true }))
  app.get('/api/messages', (ctx) => {
    const { to, kind, q, limit } = ctx.req.query()
    const query = { ...(to ? { to } : {}), ...(kind ? { kind } : {}), ...(q ? { text: q } : {}) }
    return ctx.json({ messages: store.find({ ...query, limit: boundedLimit(limit) }) })
  })
  app.get('/sign-ins', async (ctx) => {
    const { lang } = ctx.req.query()
    const language = lang === 'zh' || lang === 'en' ? lang : languageOf(ctx.req.header('accept-language'))
    const signIns = await readSignIns(env.demoFile)
    return ctx.html(renderSignIns(signIns, { language, origins: env.origins, now: new Date() }))
  })
  app.get('/', (ctx) => {
    const { kind = '', q = '', lang } = ctx.req.query()
    const language = lang === 'zh' || lang === 'en' ? lang : languageOf(ctx.req.header('accept-language'))
    return ctx.html(renderPage(store.find({ kind, text: q, limit: 200 }), { language, kind, text: q }))
  })

  const http = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: env.host, port: env.pagePort }, () => resolve(server))
    server.once('error', reject)
  })
  return {
    pagePort: (http.address() as AddressInfo).port,
    smtpPort: smtp.port,
    async close() {
      await smtp.close()
      await gateway.close()
      await new Promise((resolve) => http.close(resolve))
      await store.close()
    },
  }
}

const boundedLimit = (limit: string | undefined) => Math.min(500, Math.max(1, Number(limit) || 50))
const languageOf = (accepted: string | undefined) => (/^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh')
