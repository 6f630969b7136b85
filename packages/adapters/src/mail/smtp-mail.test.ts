import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { createSmtpMail } from './smtp-mail.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function startServer(options: SMTPServerOptions) {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise<void>((resolve) => server.close(resolve)))
  return mailTo((server.server.address() as AddressInfo).port)
}

const mailTo = (port: number) =>
  createSmtpMail({ url: `smtp://127.0.0.1:${port}`, from: '同衡 <court@court.example>', timeoutMs: 700 })
const mail = { messageId: 'd-7', to: 'li@example.com', subject: '受理通知：䶮', text: '您的案件已受理。\n.\n结束' }
const refuseWith = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

test('a mail arrives with its Chinese text, its address and a Message-ID that is the same on every attempt', async () => {
  const received: Buffer[] = []
  const sender = await startServer({
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks))
        done()
      })
    },
  })
  expect(await sender.send(mail)).toMatchObject({ outcome: 'accepted' })
  expect(await sender.send(mail)).toMatchObject({ outcome: 'accepted' })
  const [first, second] = await Promise.all(received.map((raw) => PostalMime.parse(raw)))
  expect(first).toMatchObject({ subject: mail.subject, messageId: '<d-7@court.example>', to: [{ address: mail.to }] })
  expect(first?.text?.trim()).toBe(mail.text)
  expect(second?.messageId).toBe(first?.messageId)
})

describe('a failure says whether the message may be repeated', () => {
  test('a refused address is final', async () => {
    const sender = await startServer({ onRcptTo: (_to, _session, done) => done(refuseWith(550)) })
    expect(await sender.send(mail)).toEqual({ outcome: 'refused', detail: 'SMTP 550' })
  })

  test('a full mailbox may be repeated', async () => {
    const sender = await startServer({ onRcptTo: (_to, _session, done) => done(refuseWith(452)) })
    expect(await sender.send(mail)).toEqual({ outcome: 'unavailable', detail: 'SMTP 452' })
  })

  test('a server that is down or says nothing may be repeated', async () => {
    expect(await mailTo(1).send(mail)).toMatchObject({ outcome: 'unavailable' })
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    closers.push(() => new Promise((resolve) => silent.close(resolve)))
    expect(await mailTo((silent.address() as AddressInfo).port).send(mail)).toMatchObject({ outcome: 'unavailable' })
  })

  test('a server that took the body and never answered leaves it unknown', async () => {
    const sender = await startServer({ onData: (stream) => void stream.resume() })
    expect(await sender.send(mail)).toMatchObject({ outcome: 'unknown' })
  })

  test('the body leaves only once it was noted that it will', async () => {
    const [noted, arrived]: [string[], string[]] = [[], []]
    const sender = await startServer({
      onData(stream, _session, done) {
        stream.on('data', () => arrived.push(`after ${noted.length} notes`))
        stream.on('end', done)
      },
    })
    const onHandOver = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      noted.push('noted')
    }
    expect(await sender.send(mail, { onHandOver })).toMatchObject({ outcome: 'accepted' })
    expect(noted).toHaveLength(1)
    expect(new Set(arrived)).toEqual(new Set(['after 1 notes']))
    const failing = { onHandOver: () => Promise.reject(new Error('the database is away')) }
    expect(await sender.send(mail, failing)).toMatchObject({ outcome: 'unavailable' })
    expect(noted).toHaveLength(1)
  })
})
