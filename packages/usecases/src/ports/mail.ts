import type { SendResult } from './sending.ts'

/** `messageId` is ours and the same on every attempt; it becomes the Message-ID, so that a repeat is recognised. */
export type Mail = { messageId: string; to: string; subject: string; text: string; html?: string }

export type MailPort = { send(mail: Mail): Promise<SendResult> }
