import { open, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const caught = z.object({
  id: z.string(),
  kind: z.enum(['mail', 'sms']),
  /** Ours for a text message, the Message-ID of a mail: the same on every attempt. */
  messageId: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
})
export type CaughtMessage = z.infer<typeof caught>

export type MessageStore = {
  add(message: Omit<CaughtMessage, 'id'>): Promise<CaughtMessage>
  /** Newest first. `to` matches the end of an address, so that `13800000000` finds `+8613800000000`; `text` matches anywhere. */
  find(query: { to?: string; kind?: string; text?: string; limit: number }): CaughtMessage[]
  findSms(messageId: string): CaughtMessage | undefined
  close(): Promise<void>
}

const keptMax = 5000

/** One JSON line per message; the file is cut to the newest when it is opened. */
export async function openMessageStore(directory: string): Promise<MessageStore> {
  const path = join(directory, 'messages.ndjson')
  await mkdir(directory, { recursive: true })
  const messages = await readMessages(path)
  await writeFile(`${path}.new`, messages.map((message) => `${JSON.stringify(message)}\n`).join(''), { mode: 0o600 })
  await rename(`${path}.new`, path)
  const file = await open(path, 'a')
  let counter = messages.length
  return {
    async add(message) {
      const stored = { ...message, id: `${Date.parse(message.at).toString(36)}-${(counter++).toString(36)}` }
      messages.push(stored)
      if (messages.length > keptMax) messages.shift()
      await file.appendFile(`${JSON.stringify(stored)}\n`)
      return stored
    },
    find({ to, kind, text, limit }) {
      const wanted = messages.filter(
        (message) =>
          (!to || message.to.toLowerCase().endsWith(to.toLowerCase())) &&
          (!kind || message.kind === kind) &&
          (!text || `${message.to} ${message.subject} ${message.text}`.toLowerCase().includes(text.toLowerCase())),
      )
      return wanted.slice(-limit).reverse()
    },
    findSms: (messageId) => messages.findLast((message) => message.kind === 'sms' && message.messageId === messageId),
    close: () => file.close(),
  }
}

async function readMessages(path: string): Promise<CaughtMessage[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const parsed = text.split('\n').map((line) => caught.safeParse(jsonOf(line)))
  return parsed.flatMap((result) => (result.success ? [result.data] : [])).slice(-keptMax)
}

/** A line cut by a crash is left out. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
