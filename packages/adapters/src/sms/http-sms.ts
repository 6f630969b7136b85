import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SendResult } from '@court/usecases/ports/sending'
import type { SmsPort } from '@court/usecases/ports/sms'
import { signGatewayBody } from './gateway-signature.ts'

const answer = z.object({ providerId: z.string().min(1).max(200) })

/**
 * An SMS gateway over HTTP: `POST url` with JSON `{messageId, to, text, reportUrl?}`, signed. The gateway drops doubles by `messageId`,
 * so a time-out may be repeated and is `unavailable`, never `unknown`.
 */
export function createHttpSms(options: {
  url: string
  secret: string
  reportUrl?: string
  timeoutMs?: number
  fetch?: typeof fetch
}): SmsPort {
  const { url, secret, reportUrl, timeoutMs = 8_000, fetch: send = fetch } = options
  return {
    async send(sms) {
      const body = JSON.stringify({ ...sms, ...(reportUrl ? { reportUrl } : {}) })
      const headers = signGatewayBody({ secret, body, nonce: randomUUID(), now: new Date() })
      try {
        const response = await send(url, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        })
        return await resultOf(response)
      } catch (error) {
        return { outcome: 'unavailable', detail: error instanceof Error ? error.name : 'network' }
      }
    },
  }
}

async function resultOf(response: Response): Promise<SendResult> {
  if (response.ok) {
    const parsed = answer.safeParse(await response.json().catch(() => null))
    return parsed.success
      ? { outcome: 'accepted', providerId: parsed.data.providerId }
      : { outcome: 'unavailable', detail: 'the answer of the gateway is not understood' }
  }
  await response.body?.cancel()
  const isRepeatable = response.status >= 500 || [401, 403, 408, 425, 429].includes(response.status)
  return { outcome: isRepeatable ? 'unavailable' : 'refused', detail: `HTTP ${response.status}` }
}
