import { createHash, randomBytes } from 'node:crypto'
import { createServer, request as startRequest } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUploadArea } from './upload-area.ts'
import type { UploadArea } from './upload-area.ts'

let area: UploadArea
let server: Server
let base: string
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'uploads-'))
  area = createUploadArea({
    directory,
    path: '/api/uploads',
    ownerOf: (request) => Promise.resolve(request.headers.get('x-person')),
    sizeBytesMaxOf: (request) => Promise.resolve(request.headers.get('x-court') === 'closed' ? 0 : 5_000_000),
    uploadsPerOwnerMax: 3,
    bytesPerOwnerMax: 7_000_000,
  })
  server = createServer((req, res) => void passOn(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(directory, { recursive: true })
})

/** What a framework's route handler gets: a web Request with a streamed body. */
async function passOn(req: IncomingMessage, res: ServerResponse) {
  const hasBody = req.method === 'PATCH' || req.method === 'POST'
  const body = hasBody ? (Readable.toWeb(req) as unknown as ReadableStream<Uint8Array>) : undefined
  const response = await area.handle(
    new Request(`${base}${req.url}`, {
      method: req.method ?? 'GET',
      headers: Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(body ? { body, duplex: 'half' } : {}),
    }),
  )
  res.writeHead(response.status, Object.fromEntries(response.headers))
  res.end(await response.text())
}

const tus = { 'tus-resumable': '1.0.0' }
const name = (text: string) => `filename ${Buffer.from(text).toString('base64')}`
const begin = (sizeBytes: number, person = 'p1', more: Record<string, string> = {}) =>
  fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'x-person': person,
      'upload-length': String(sizeBytes),
      'upload-metadata': name('起诉状 㛃.jpg'),
      ...more,
    },
  })
const idOf = (response: Response) => response.headers.get('location')?.split('/').at(-1) ?? ''
const offsetOf = async (id: string, person = 'p1') => {
  const response = await fetch(`${base}/api/uploads/${id}`, { method: 'HEAD', headers: { ...tus, 'x-person': person } })
  return response.ok ? Number(response.headers.get('upload-offset')) : response.status
}
const patchHeaders = (offset: number, person = 'p1') => ({
  ...tus,
  'x-person': person,
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
})
const append = (id: string, offset: number, bytes: Uint8Array<ArrayBuffer>, person = 'p1') =>
  fetch(`${base}/api/uploads/${id}`, { method: 'PATCH', headers: patchHeaders(offset, person), body: bytes })

/** Announces all the bytes, sends some of them, and tears the connection. */
function sendAndCut(id: string, all: Buffer, sentBytes: number): Promise<void> {
  return new Promise((resolve) => {
    const request = startRequest(`${base}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...patchHeaders(0), 'content-length': all.length },
    })
    request.on('error', () => undefined)
    request.on('close', () => resolve())
    // A line that ends (FIN) and is not torn (RST): what was sent before the cut does reach the server.
    request.write(all.subarray(0, sentBytes), () => request.socket?.end())
  })
}

/** Asks how far it came and sends the rest; asks again while the server is still writing what came before the cut (409, 423). */
async function resume(id: string, all: Buffer): Promise<Response> {
  const offset = await offsetOf(id)
  const response = await append(id, offset, new Uint8Array(all.subarray(offset)))
  return response.status === 409 || response.status === 423 ? resume(id, all) : response
}

describe('an upload', () => {
  test.each([10, 50, 99])(
    'cut at %i % goes on from where it was, and its hash is that of the file',
    async (percent) => {
      const all = randomBytes(3_000_000)
      const id = idOf(await begin(all.length, 'p1'))
      await sendAndCut(id, all, (all.length * percent) / 100)
      await expect.poll(() => offsetOf(id), { timeout: 20_000 }).toBeGreaterThan(0)
      expect(await area.take({ uploadId: id, ownerId: 'p1' })).toBeNull()
      const last = await resume(id, all)
      const sha256 = createHash('sha256').update(all).digest('hex')
      expect([last.status, last.headers.get('upload-sha256')]).toEqual([204, sha256])
      expect(await area.take({ uploadId: id, ownerId: 'p1' })).toMatchObject({
        name: '起诉状 㛃.jpg',
        sizeBytes: all.length,
        sha256,
      })
      await area.remove(id)
      expect(await area.take({ uploadId: id, ownerId: 'p1' })).toBeNull()
    },
  )

  test('of somebody else is absent: not seen, not continued, not deleted, not taken', async () => {
    const id = idOf(await begin(4, 'owner-a'))
    expect(await offsetOf(id, 'owner-b')).toBe(404)
    expect((await append(id, 0, new Uint8Array(4), 'owner-b')).status).toBe(404)
    const removal = await fetch(`${base}/api/uploads/${id}`, {
      method: 'DELETE',
      headers: { ...tus, 'x-person': 'owner-b' },
    })
    expect(removal.status).toBe(404)
    expect((await append(id, 0, new Uint8Array(4), 'owner-a')).status).toBe(204)
    expect(await area.take({ uploadId: id, ownerId: 'owner-b' })).toBeNull()
    expect(await area.take({ uploadId: id, ownerId: 'owner-a' })).not.toBeNull()
  })

  test('is never served back, not even to its owner', async () => {
    const id = idOf(await begin(4, 'owner-c'))
    await append(id, 0, new Uint8Array(4), 'owner-c')
    const answer = await fetch(`${base}/api/uploads/${id}`, { headers: { 'x-person': 'owner-c' } })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('needs a person, keeps to the limit of the court, and to a number per person', async () => {
    const nobody = await fetch(`${base}/api/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': '4' } })
    expect(nobody.status).toBe(404)
    const large = await begin(5_000_001, 'p2')
    expect([large.status, await large.json()]).toMatchObject([413, { ruleId: 'file.too-large' }])
    expect((await begin(4, 'p2', { 'x-court': 'closed' })).status).toBe(413)
    const statuses = []
    for (let n = 0; n < 4; n++) statuses.push((await begin(4, 'p3')).status)
    expect(statuses).toEqual([201, 201, 201, 429])
  })

  test('keeps to a number of bytes per person, counted as they were announced', async () => {
    expect((await begin(4_000_000, 'p4')).status).toBe(201)
    const more = await begin(3_000_001, 'p4')
    expect([more.status, await more.json()]).toMatchObject([429, { ruleId: 'file.too-many-waiting' }])
    expect((await begin(3_000_000, 'p4')).status).toBe(201)
  })

  test('that nobody finished is removed when its time is over', async () => {
    const old = createUploadArea({
      directory: join(directory, 'old'),
      path: '/api/uploads',
      ownerOf: () => Promise.resolve('p1'),
      sizeBytesMaxOf: () => Promise.resolve(100),
      keepHours: 1e-9,
    })
    const response = await old.handle(
      new Request(`${base}/api/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': '4' } }),
    )
    expect(response.status).toBe(201)
    await expect.poll(() => old.removeExpired()).toBe(1)
  })
})
