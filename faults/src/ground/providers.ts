import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { checkGatewaySignature, type SignedHeaders } from '@court/adapters/sms/gateway-signature'

/** `mixed`: every answer another one of taken, busy, broken, slow. */
export type ProviderState = 'up' | 'down' | 'slow' | 'mixed'

export type Providers = {
  smsUrl: string
  smsPort: number
  smtpUrl: string
  smsSecret: string
  become(state: ProviderState): void
  /** Waits so long before each answer. */
  answerAfter(milliseconds: number): void
  /** Messages that reached a phone or a mailbox, by the id we gave them: how often. A gateway drops doubles of one id; a mail server does not. */
  arrivals: Map<string, number>
  /** Requests that are being answered now. */
  underWay(): number
  close(): Promise<void>
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** The SMS gateway and the mail server of the run. They count what arrives, and fail when told to. */
export async function startProviders(): Promise<Providers> {
  const smsSecret = 'the secret of the gateway'
  const arrivals = new Map<string, number>()
  let [state, delayMs, open, turn]: [ProviderState, number, number, number] = ['up', 0, 0, 0]
  const behave = async (): Promise<'take' | 'busy' | 'broken'> => {
    turn += 1
    if (delayMs > 0) await pause(delayMs)
    if (state === 'up') return 'take'
    if (state === 'down') return 'busy'
    if (state === 'slow') return pause(5000).then(() => 'take')
    return (['take', 'busy', 'broken', 'take'] as const)[turn % 4] ?? 'take'
  }
  const arrive = (id: string) => arrivals.set(id, (arrivals.get(id) ?? 0) + 1)

  const answerSms = async (body: string, header: (name: string) => string | undefined, response: ServerResponse) => {
    const verdict = checkGatewaySignature({
      secret: smsSecret,
      body,
      now: new Date(),
      header: (name: keyof SignedHeaders) => header(name),
    })
    if (!verdict.ok) return response.writeHead(401).end()
    const how = await behave()
    if (how === 'busy') return response.writeHead(503).end()
    if (how === 'broken') return response.socket?.destroy()
    const { messageId } = JSON.parse(body) as { messageId: string }
    if (!arrivals.has(messageId)) arrive(messageId)
    response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ providerId: messageId }))
  }
  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = []
    open += 1
    response.on('close', () => (open -= 1))
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const header = (name: string) => request.headers[name] as string | undefined
      answerSms(Buffer.concat(chunks).toString(), header, response).catch(() => response.destroy())
    })
  })
  gateway.listen(0, '127.0.0.1')
  await once(gateway, 'listening')

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, done) => {
      void behave().then((how) =>
        how === 'take' ? done() : done(Object.assign(new Error('later'), { responseCode: 451 })),
      )
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      open += 1
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          const { messageId = '' } = await PostalMime.parse(Buffer.concat(chunks))
          arrive(messageId.replace(/^<|@.*$/g, ''))
          if (delayMs > 0) await pause(delayMs)
          open -= 1
          done()
        })()
      })
    },
  })
  smtp.on('error', () => undefined)
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  const smsPort = (gateway.address() as AddressInfo).port
  return {
    smsUrl: `http://127.0.0.1:${smsPort}/sms`,
    smsPort,
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    smsSecret,
    arrivals,
    become: (next) => (state = next),
    answerAfter: (milliseconds) => (delayMs = milliseconds),
    underWay: () => open,
    async close() {
      gateway.closeAllConnections()
      await Promise.all([new Promise((done) => gateway.close(done)), new Promise<void>((done) => smtp.close(done))])
    },
  }
}
