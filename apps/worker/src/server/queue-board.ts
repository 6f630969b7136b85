import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { findSession } from '@court/auth/find-session'
import { createSessionCookies } from '@court/auth/session-cookie'
import type { WorkerServices } from '../services.ts'

/** The board brings its own scripts and pictures; nothing comes from outside. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

/**
 * The board of the queues, for national administrators who are signed in to the administration: the browser sends that site's cookie here
 * as well. Everybody else gets the answer of a page that does not exist. Payloads hold ids only.
 */
export function queueBoard({ env, db, queues }: WorkerServices): Hono {
  const cookies = createSessionCookies({ site: 'admin', secrets: env.SESSION_SECRET_ADMIN, origin: env.ADMIN_ORIGIN })
  const adapter = new HonoAdapter(serveStatic).setBasePath('/queues')
  createBullBoard({
    queues: queues.all.map((queue) => new BullMQAdapter(queue, { allowRetries: true })),
    // Its declaration differs from the interface only in an optional field that may not be undefined here.
    serverAdapter: adapter as unknown as Parameters<typeof createBullBoard>[0]['serverAdapter'],
    options: { uiConfig: { boardTitle: '同衡 queues', hideRedisDetails: true } },
  })

  const app = new Hono()
  app.use(async (ctx, next) => {
    const sessionId = await cookies.read(getCookie(ctx, cookies.name))
    const session =
      sessionId && (await findSession(db, { sessionId, site: 'admin', hasStaffZone: true, now: new Date() }))
    if (!session || session.kind !== 'staff' || !session.roles.includes('national-admin')) return ctx.notFound()
    const { method } = ctx.req
    // A change must come from the board itself: no other page can make a browser send this header.
    if (method !== 'GET' && new URL(ctx.req.header('origin') ?? 'null://').host !== ctx.req.header('host'))
      return ctx.notFound()
    await next()
    if (!ctx.res.headers.get('content-type')?.startsWith('text/html')) return
    const page = (await ctx.res.text()).replace(/<link[^>]+fonts\.googleapis\.com[^>]*>/g, '')
    ctx.res = new Response(page, { status: ctx.res.status, headers: ctx.res.headers })
    ctx.header('content-security-policy', policy)
  })
  app.route('/', adapter.registerPlugin())
  return app
}
