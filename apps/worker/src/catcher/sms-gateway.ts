import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { checkGatewaySignature, replayWindowSeconds, signGatewayBody } from '@court/adapters/sms/gateway-signature'
import type { MessageStore } from './message-store.ts'

const request = z.object({
  messageId: z.string().min(1).max(100),
  to: z.string().regex(/^\+\d{6,15}$/),
  text: z.string().min(1).max(2000),
  reportUrl: z.url({ protocol: /^https?$/ }).optional(),
})
type SmsRequest = z.infer<typeof request>

/** An SMS gateway that takes every signed message, drops doubles, and reports each as delivered. */
export function createSmsGateway(input: {
  store: MessageStore
  secret: string
  now?: () => Date
  reportDelayMs?: number
}) {
  const { store, secret, now = () => new Date(), reportDelayMs = 300 } = input
  const nonces = new Map<string, number>()
  const running = new Set<Promise<void>>()

  const app = new Hono()
  app.post('/sms', async (ctx) => {
    const body = await ctx.req.text()
    const verdict = checkGatewaySignature({ secret, body, now: now(), header: (name) => ctx.req.header(name) })
    if (!verdict.ok) return ctx.json({ error: verdict.reason }, 401)
    if (isReplayed(nonces, verdict.nonce, now())) return ctx.json({ error: 'replayed' }, 401)
    const parsed = request.safeParse(jsonOf(body))
    if (!parsed.success) return ctx.json({ error: 'not understood' }, 422)

    const sms = parsed.data
    const known = store.findSms(sms.messageId)
    if (known) return ctx.json({ providerId: known.id, isDouble: true })
    const { messageId, to, text } = sms
    const kept = await store.add({ kind: 'sms', messageId, to, text, from: '', subject: '', at: now().toISOString() })
    const report = reportDelivery({ secret, sms, now, delayMs: reportDelayMs }).finally(() => running.delete(report))
    running.add(report)
    return ctx.json({ providerId: kept.id }, 202)
  })
  return { app, close: () => Promise.allSettled(running) }
}

/** Tries three times, as gateways do; a receiver must bear the same report twice. */
async function reportDelivery(input: { secret: string; sms: SmsRequest; now: () => Date; delayMs: number }) {
  const { secret, sms, now, delayMs } = input
  if (!sms.reportUrl) return
  const eventId = randomUUID()
  for (const attempt of [1, 2, 3]) {
    await new Promise((resolve) => setTimeout(resolve, delayMs * attempt))
    const body = JSON.stringify({ eventId, messageId: sms.messageId, state: 'delivered', at: now().toISOString() })
    const headers = signGatewayBody({ secret, body, nonce: randomUUID(), now: now() })
    const response = await fetch(sms.reportUrl, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(3000),
    }).catch(() => null)
    if (response?.ok) return
  }
}

function isReplayed(nonces: Map<string, number>, nonce: string, now: Date): boolean {
  const seconds = now.getTime() / 1000
  for (const [old, at] of nonces) if (seconds - at > 2 * replayWindowSeconds) nonces.delete(old)
  if (nonces.has(nonce)) return true
  nonces.set(nonce, seconds)
  return false
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
