import type { SendResult } from './sending.ts'

/** `messageId` is ours and the same on every attempt; it becomes the Message-ID. */
export type Mail = { messageId: string; to: string; subject: string; text: string; html?: string }

/**
 * `onHandOver` is awaited just before the server gets the body: from then on nobody can know whether it took the message until it says so.
 * When it throws, nothing was handed over.
 */
export type MailPort = { send(mail: Mail, options?: { onHandOver?: () => Promise<void> }): Promise<SendResult> }
