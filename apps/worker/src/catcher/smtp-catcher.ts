import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { MessageStore } from './message-store.ts'

const sizeBytesMax = 5 * 1024 * 1024

/** A mail server that takes every mail and delivers none. */
export async function startSmtpCatcher(input: { host: string; port: number; store: MessageStore }) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: sizeBytesMax,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', done)
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        keepMail(input.store, Buffer.concat(chunks), recipients).then(() => done(), done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(input.port, input.host, resolve)
  })
  server.on('error', () => undefined) // a client that hangs up is no reason to stop
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

async function keepMail(store: MessageStore, raw: Buffer, recipients: string[]) {
  const mail = await PostalMime.parse(raw)
  for (const to of recipients) {
    await store.add({
      kind: 'mail',
      messageId: mail.messageId ?? '',
      to,
      from: mail.from?.address ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      at: new Date().toISOString(),
    })
  }
}
