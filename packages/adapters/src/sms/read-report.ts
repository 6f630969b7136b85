import { z } from 'zod'
import type { SmsReport } from '@court/usecases/ports/sms'
import { checkGatewaySignature } from './gateway-signature.ts'
import type { SignedHeaders } from './gateway-signature.ts'

const report = z.object({
  eventId: z.string().min(1).max(100),
  messageId: z.string().min(1).max(100),
  state: z.enum(['delivered', 'failed']),
  at: z.iso.datetime(),
  detail: z.string().max(200).optional(),
})

/** A delivery report of the gateway, believed only when it is signed and fresh. Use it from the webhook route, then store by `eventId`. */
export function readSmsReport(input: {
  secret: string
  body: string
  now: Date
  header: (name: keyof SignedHeaders) => string | null | undefined
}): { ok: true; report: SmsReport } | { ok: false; status: 400 | 401 } {
  if (!checkGatewaySignature(input).ok) return { ok: false, status: 401 }
  const parsed = report.safeParse(jsonOf(input.body))
  if (!parsed.success) return { ok: false, status: 400 }
  const { detail, ...facts } = parsed.data
  return { ok: true, report: detail === undefined ? facts : { ...facts, detail } }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
