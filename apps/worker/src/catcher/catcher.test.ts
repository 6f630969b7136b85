import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSmtpMail } from '@court/adapters/mail/smtp-mail'
import { signGatewayBody } from '@court/adapters/sms/gateway-signature'
import { createHttpSms } from '@court/adapters/sms/http-sms'
import { readSmsReport } from '@court/adapters/sms/read-report'
import { newTotpSecret, totpAt } from '@court/usecases/staff/totp'
import type { CaughtMessage } from './message-store.ts'
import { startCatcher } from './start-catcher.ts'

const smsSecret = 'the secret of the gateway'
let directory: string
let catcher: Awaited<ReturnType<typeof startCatcher>>
let base: string
const start = async () => {
  catcher = await startCatcher({
    host: '127.0.0.1',
    pagePort: 0,
    smtpPort: 0,
    directory,
    smsSecret,
    demoFile: join(directory, 'demo.json'),
    origins: { web: 'http://web.example', admin: 'http://admin.example' },
  })
  base = `http://127.0.0.1:${catcher.pagePort}`
}
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'catcher-'))
  await start()
})
afterEach(async () => {
  await catcher.close()
  await rm(directory, { recursive: true })
})

const messagesTo = async (to: string) => {
  const response = await fetch(`${base}/api/messages?to=${encodeURIComponent(to)}`)
  return ((await response.json()) as { messages: CaughtMessage[] }).messages
}
const page = async (query = '') => (await fetch(`${base}/?lang=en&${query}`)).text()
const sender = (secret = smsSecret, reportUrl?: string) =>
  createHttpSms({ url: `${base}/sms`, secret, ...(reportUrl ? { reportUrl } : {}) })
const sms = { messageId: 'd-1', to: '+8613800000000', text: '【同衡】验证码 482913，5 分钟内有效。' }

test('a text message is kept once however often it is sent, and its code is found by number', async () => {
  const [first, second] = [await sender().send(sms), await sender().send(sms)]
  expect(first).toMatchObject({ outcome: 'accepted' })
  expect(second).toEqual(first)
  expect(await messagesTo('13800000000')).toMatchObject([{ kind: 'sms', text: sms.text, messageId: 'd-1' }])
  expect(await messagesTo('13900000000')).toEqual([])
  expect(await page()).toContain('<strong class="code">482913</strong>')
})

test('a mail is kept with its text, newest first', async () => {
  const mail = createSmtpMail({ url: `smtp://127.0.0.1:${catcher.smtpPort}`, from: 'court@court.example' })
  await mail.send({ messageId: 'm-1', to: 'wang@example.com', subject: '第一封', text: '一' })
  await mail.send({
    messageId: 'm-2',
    to: 'wang@example.com',
    subject: '第二封',
    text: '见 http://localhost:3001/invite/abc 。',
  })
  expect((await messagesTo('wang@example.com')).map(({ subject }) => subject)).toEqual(['第二封', '第一封'])
  expect(await page('q=invite')).toContain('<a href="http://localhost:3001/invite/abc"')
  expect(await page('q=nothing-like-it')).toContain('No message matches')
})

test('what was caught is shown as text, never run', async () => {
  const text = '<img src=x onerror=alert(1)> <script>alert(2)</script> http://x.example/"onmouseover="alert(3)'
  await sender().send({ ...sms, text })
  for (const body of [await page(), await page(`q=${encodeURIComponent('"><script>alert(4)</script>')}`)]) {
    expect(body).not.toMatch(/<script|<img|"onmouseover="/)
  }
  const response = await fetch(base)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('an unsigned, forged or replayed request is refused', async () => {
  expect(await sender('a secret of somebody else').send(sms)).toEqual({ outcome: 'unavailable', detail: 'HTTP 401' })
  const body = JSON.stringify(sms)
  const headers = { ...signGatewayBody({ secret: smsSecret, body, nonce: 'once', now: new Date() }) }
  const post = () => fetch(`${base}/sms`, { method: 'POST', body, headers })
  expect([(await post()).status, (await post()).status]).toEqual([202, 401])
  expect((await fetch(`${base}/sms`, { method: 'POST', body })).status).toBe(401)
})

test('delivery is reported under signature, again when the first report is not taken', async () => {
  const reports: ReturnType<typeof readSmsReport>[] = []
  const receiver = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      const header = (name: string) => req.headers[name]?.toString()
      reports.push(readSmsReport({ secret: smsSecret, body, now: new Date(), header }))
      res.writeHead(reports.length === 1 ? 503 : 204).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  await sender(smsSecret, `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`).send(sms)
  await expect.poll(() => reports.length, { timeout: 5000 }).toBe(2)
  const [first, second] = reports
  expect(first).toMatchObject({ ok: true, report: { messageId: 'd-1', state: 'delivered' } })
  expect(second?.ok && first?.ok && second.report.eventId === first.report.eventId).toBe(true)
  await new Promise((resolve) => receiver.close(resolve))
})

test('messages are still there after a restart, also when the last line was cut', async () => {
  await sender().send(sms)
  await catcher.close()
  await appendFile(join(directory, 'messages.ndjson'), '{"id":"cut')
  await start()
  expect(await messagesTo('13800000000')).toHaveLength(1)
  await sender().send({ ...sms, messageId: 'd-2' })
  expect((await readFile(join(directory, 'messages.ndjson'), 'utf8')).trim().split('\n')).toHaveLength(2)
})

test('the demo accounts are shown with the code of this moment, and markup in them stays text', async () => {
  expect(await (await fetch(`${base}/sign-ins?lang=en`)).text()).toContain('no demo data')
  const totpSecret = newTotpSecret(new Uint8Array(20).fill(3))
  const signIns = [{ at: 'web', who: '<b>王示例</b>', account: 'yinzhou.clerk', password: 'pass', totpSecret }]
  await writeFile(join(directory, 'demo.json'), JSON.stringify({ signIns }))
  const before = totpAt(totpSecret, new Date())
  const page = await (await fetch(`${base}/sign-ins?lang=en`)).text()
  const after = totpAt(totpSecret, new Date())
  expect(page).toContain('http://web.example/staff/sign-in')
  expect(page).not.toContain('<b>王')
  expect([before, after].some((code) => page.includes(code))).toBe(true)
})
