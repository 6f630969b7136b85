import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { receiveMediaEvent } from '@court/usecases/hearings/receive-media-event'
import type { WorkerServices } from '../services.ts'

const bodyBytesMax = 256 * 1024

/** Where the media server reports what happens in its rooms: believed when signed over these very bytes, and stored before it is answered. */
export function mediaReports({ contextFor, log }: WorkerServices): Hono {
  const app = new Hono()
  const isTooLarge = bodyLimit({ maxSize: bodyBytesMax, onError: (ctx) => ctx.json({ error: 'too large' }, 413) })
  app.post('/media', isTooLarge, async (ctx) => {
    const use = contextFor('media-report')
    const event = await use.ports.media.readEvent({
      body: await ctx.req.text(),
      authorization: ctx.req.header('authorization') ?? null,
    })
    if (!event) return ctx.json({ error: 'not understood' }, 401)
    const received = await receiveMediaEvent(use, event)
    if (received.ok)
      log.info({ event: event.id, kind: event.kind, room: event.room, received: received.value }, 'media')
    return ctx.json({ ok: true })
  })
  return app
}
