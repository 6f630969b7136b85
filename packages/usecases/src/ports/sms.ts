import type { SendResult } from './sending.ts'

/** `to` in E.164 (+8613800000000). `messageId` is ours and the same on every attempt: the gateway drops doubles by it. */
export type Sms = { messageId: string; to: string; text: string }

export type SmsPort = { send(sms: Sms): Promise<SendResult> }

/** What the gateway reports later; `eventId` is unique per report, so that a repeated report changes nothing. */
export type SmsReport = {
  eventId: string
  messageId: string
  state: 'delivered' | 'failed'
  at: string
  detail?: string
}
