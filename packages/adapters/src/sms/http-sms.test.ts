import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { checkGatewaySignature, replayWindowSeconds, signGatewayBody } from './gateway-signature.ts'
import { createHttpSms } from './http-sms.ts'
import { readSmsReport } from './read-report.ts'

const secret = 'a secret of the gateway'
const sms = { messageId: 'd-1', to: '+8613800000000', text: '验证码 123456' }
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

type Request = { body: string; headers: NodeJS.Dict<string | string[]> }
async function startGateway(status: number, answer: string) {
  const requests: Request[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      requests.push({ body, headers: req.headers })
      if (status > 0) res.writeHead(status).end(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`
  return { requests, sender: createHttpSms({ url, secret, timeoutMs: 400 }) }
}

test('a message is signed over its exact body', async () => {
  const { requests, sender } = await startGateway(202, '{"providerId":"p-1"}')
  expect(await sender.send(sms)).toEqual({ outcome: 'accepted', providerId: 'p-1' })
  const [request] = requests
  if (!request) throw new Error('nothing arrived')
  expect(JSON.parse(request.body)).toEqual(sms)
  const header = (name: string) => request.headers[name]?.toString()
  expect(checkGatewaySignature({ secret, body: request.body, now: new Date(), header })).toMatchObject({ ok: true })
})

test.each([
  [400, 'refused'],
  [422, 'refused'],
  [401, 'unavailable'],
  [429, 'unavailable'],
  [503, 'unavailable'],
  [0, 'unavailable'],
])('HTTP %i (0: no answer) makes the message %s', async (status, outcome) => {
  const { sender } = await startGateway(status, '')
  expect(await sender.send(sms)).toMatchObject({ outcome })
})

test('a gateway that is down may be repeated', async () => {
  expect(await createHttpSms({ url: 'http://127.0.0.1:1/', secret }).send(sms)).toMatchObject({
    outcome: 'unavailable',
  })
})

describe('a delivery report', () => {
  const now = new Date('2026-11-02T01:00:00Z')
  const body = JSON.stringify({ eventId: 'e1', messageId: 'd-1', state: 'delivered', at: '2026-11-02T00:59:59Z' })
  const signed: Record<string, string> = signGatewayBody({ secret, body, nonce: 'n1', now })
  const read = (change: { body?: string; now?: Date; secret?: string }) =>
    readSmsReport({ secret, body, now, header: (name) => signed[name], ...change })

  test('is believed when signed and fresh', () => {
    expect(read({})).toEqual({
      ok: true,
      report: { eventId: 'e1', messageId: 'd-1', state: 'delivered', at: '2026-11-02T00:59:59Z' },
    })
  })

  test('is refused when changed, signed by another, late or early', () => {
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    expect(read({ body: body.replace('delivered', 'failed') })).toEqual({ ok: false, status: 401 })
    expect(read({ secret: 'another' })).toEqual({ ok: false, status: 401 })
    expect(read({ now: after(replayWindowSeconds + 1) })).toEqual({ ok: false, status: 401 })
    expect(read({ now: after(-replayWindowSeconds - 1) })).toEqual({ ok: false, status: 401 })
    expect(readSmsReport({ secret, body, now, header: () => undefined })).toEqual({ ok: false, status: 401 })
  })

  test('of a shape not agreed is refused', () => {
    const odd = '{"eventId":1'
    const headers: Record<string, string> = signGatewayBody({ secret, body: odd, nonce: 'n2', now })
    expect(readSmsReport({ secret, body: odd, now, header: (name) => headers[name] })).toEqual({
      ok: false,
      status: 400,
    })
  })
})
