import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import { createSmtpMail } from '@court/adapters/mail/smtp-mail'
import { createHttpSms } from '@court/adapters/sms/http-sms'
import type { UseCasePorts } from '@court/usecases/context'

export type SentMessage = { kind: 'mail' | 'sms'; messageId: string; to: string; text: string; subject?: string }

export type MessageServers = {
  ports: Pick<UseCasePorts, 'mail' | 'sms'>
  /** What arrived, oldest first. */
  sent: SentMessage[]
  /** From now on the servers answer so; `up` is how they begin. */
  become(state: ServerState): void
}

type ServerState = 'up' | 'refusing' | 'down'

/** A mail server and an SMS gateway on this machine, with the real adapters in front; closed after the test file. */
export async function startMessageServers(): Promise<MessageServers> {
  const sent: SentMessage[] = []
  const server: { state: ServerState } = { state: 'up' }
  const smtp = await startSmtp(sent, server)
  const gateway = await startGateway(sent, server)
  afterAll(async () => {
    gateway.closeAllConnections()
    await Promise.all([new Promise((done) => gateway.close(done)), new Promise<void>((done) => smtp.close(done))])
  })
  const smtpPort = (smtp.server.address() as AddressInfo).port
  const { port } = gateway.address() as AddressInfo
  return {
    ports: {
      mail: createSmtpMail({
        url: `smtp://127.0.0.1:${smtpPort}`,
        from: '同衡 <no-reply@court.example>',
        timeoutMs: 2000,
      }),
      sms: createHttpSms({ url: `http://127.0.0.1:${port}/sms`, secret: 'of the tests', timeoutMs: 2000 }),
    },
    sent,
    become: (state) => {
      server.state = state
    },
  }
}

async function startSmtp(sent: SentMessage[], server: { state: ServerState }): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, done) =>
      server.state === 'up' ? done() : done(failure(server.state === 'down' ? 451 : 550)),
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(({ messageId = '', to = [], text = '', subject = '' }) => {
          sent.push({ kind: 'mail', messageId, to: to[0]?.address ?? '', text, subject })
          done()
        }, done)
      })
    },
  })
  smtp.on('error', () => undefined) // a client that hangs up is none of the test's business
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  return smtp
}

const failure = (responseCode: number) => Object.assign(new Error('not now'), { responseCode })

async function startGateway(sent: SentMessage[], server: { state: ServerState }) {
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (server.state !== 'up') return response.writeHead(server.state === 'down' ? 503 : 422).end('')
      const { messageId, to, text } = JSON.parse(body) as { messageId: string; to: string; text: string }
      sent.push({ kind: 'sms', messageId, to, text })
      response.writeHead(202).end(JSON.stringify({ providerId: messageId }))
    })
  })
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready))
  return gateway
}
