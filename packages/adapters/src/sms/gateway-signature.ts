import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the clocks of both sides may differ; an older request is refused even when its signature is right. */
export const replayWindowSeconds = 300

export type SignedHeaders = { 'x-gateway-timestamp': string; 'x-gateway-nonce': string; 'x-gateway-signature': string }

/** Signs `timestamp.nonce.body` with HMAC-SHA256. `now` is an instant; the timestamp travels in whole seconds. */
export function signGatewayBody(input: { secret: string; body: string; nonce: string; now: Date }): SignedHeaders {
  const timestamp = String(Math.floor(input.now.getTime() / 1000))
  return {
    'x-gateway-timestamp': timestamp,
    'x-gateway-nonce': input.nonce,
    'x-gateway-signature': signatureOf(input.secret, timestamp, input.nonce, input.body),
  }
}

export type SignatureVerdict = { ok: true; nonce: string } | { ok: false; reason: 'missing' | 'stale' | 'forged' }

/** The caller must still refuse or ignore a nonce it has seen inside the window. */
export function checkGatewaySignature(input: {
  secret: string
  body: string
  now: Date
  header: (name: keyof SignedHeaders) => string | null | undefined
}): SignatureVerdict {
  const timestamp = input.header('x-gateway-timestamp')
  const nonce = input.header('x-gateway-nonce')
  const signature = input.header('x-gateway-signature')
  if (!timestamp || !nonce || !signature || !/^\d{1,12}$/.test(timestamp)) return { ok: false, reason: 'missing' }
  const expected = Buffer.from(signatureOf(input.secret, timestamp, nonce, input.body))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return { ok: false, reason: 'forged' }
  const skewSeconds = Math.abs(input.now.getTime() / 1000 - Number(timestamp))
  return skewSeconds > replayWindowSeconds ? { ok: false, reason: 'stale' } : { ok: true, nonce }
}

const signatureOf = (secret: string, timestamp: string, nonce: string, body: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex')
