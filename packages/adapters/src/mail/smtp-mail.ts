import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import type { SendResult } from '@court/usecases/ports/sending'
import type { Mail, MailPort } from '@court/usecases/ports/mail'

/**
 * Mail over SMTP, one connection per message. It knows how far it came: before the server asked for the body the message certainly was
 * not taken (`unavailable`), after the body was handed over without an answer it may have been (`unknown`).
 */
export function createSmtpMail(options: { url: string; from: string; timeoutMs?: number }): MailPort {
  const server = serverOf(options.url)
  const domain = options.from.split('@').at(-1)?.replace(/>.*$/, '') ?? 'localhost'
  return {
    async send(mail, { onHandOver } = {}) {
      const body = await compose(mail, options.from, `<${mail.messageId}@${domain}>`)
      return transmit({
        server,
        body,
        from: addressOf(options.from),
        to: mail.to,
        timeoutMs: options.timeoutMs ?? 10_000,
        onHandOver,
      })
    },
  }
}

type Server = { host: string; port: number; secure: boolean; user: string; pass: string }

function transmit(input: {
  server: Server
  body: Buffer
  from: string
  to: string
  timeoutMs: number
  onHandOver: (() => Promise<void>) | undefined
}): Promise<SendResult> {
  const { server, timeoutMs } = input
  const { host, port, secure } = server
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  let isBodyHandedOver = false
  const body = new Readable({
    read() {
      // The server has asked for the body. Until we have noted that it is on its way, it does not leave.
      Promise.resolve(input.onHandOver?.()).then(
        () => {
          isBodyHandedOver = true
          this.push(input.body)
          this.push(null)
        },
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error('the hand-over was not noted')),
      )
    },
  })
  return new Promise((resolve) => {
    const finish = (result: SendResult) => {
      connection.close()
      resolve(result)
    }
    const fail = (error: unknown) => finish(failureOf(error, isBodyHandedOver))
    const send = () =>
      connection.send({ from: input.from, to: [input.to] }, body, (error, info) =>
        error ? fail(error) : finish({ outcome: 'accepted', providerId: info.response.slice(0, 200) }),
      )
    connection.once('error', fail)
    body.once('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (!server.user) return send()
      connection.login(
        { user: server.user, pass: server.pass, credentials: { user: server.user, pass: server.pass } },
        (refused) => (refused ? finish({ outcome: 'unavailable', detail: 'sign-in refused' }) : send()),
      )
    })
  })
}

function failureOf(error: unknown, isBodyHandedOver: boolean): SendResult {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  if (responseCode) return { outcome: responseCode >= 500 ? 'refused' : 'unavailable', detail: `SMTP ${responseCode}` }
  if (code === 'EENVELOPE') return { outcome: 'refused', detail: 'address not valid' }
  return { outcome: isBodyHandedOver ? 'unknown' : 'unavailable', detail: code ?? 'network' }
}

function compose({ to, subject, text, html }: Mail, from: string, messageId: string): Promise<Buffer> {
  return new MailComposer({
    from,
    to,
    subject,
    text,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(html === undefined ? {} : { html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

function serverOf(url: string): Server {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    user: decodeURIComponent(username),
    pass: decodeURIComponent(password),
  }
}

const addressOf = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from
