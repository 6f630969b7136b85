import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'
import { notePeers } from './note-peer.ts'

const server = createServer((incoming, outgoing) => outgoing.end(incoming.headers['x-forwarded-for'] ?? ''))

beforeAll(async () => {
  notePeers()
  notePeers() // Next may ask more than once
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(() => new Promise((closed) => server.close(closed)))

test('without a proxy of ours the address is that of the connection, whatever the browser says', async () => {
  expect(clientAddress(await seenBy('203.0.113.7'), 0)).toBe('127.0.0.1')
  expect(clientAddress(await seenBy('203.0.113.7, 127.0.0.9'), 0)).toBe('127.0.0.1')
  expect(clientAddress(await seenBy(undefined), 0)).toBe('127.0.0.1')
})

test('behind one proxy it is what that proxy saw; what stands left of it was said by the browser', async () => {
  expect(clientAddress(await seenBy('198.51.100.4'), 1)).toBe('198.51.100.4')
  expect(clientAddress(await seenBy('203.0.113.7, 198.51.100.4'), 1)).toBe('198.51.100.4')
})

test('with fewer hops than proxies nobody knows who asked', async () => {
  expect(clientAddress(await seenBy(undefined), 1)).toBeNull()
  expect(clientAddress(await seenBy('198.51.100.4'), 2)).toBeNull()
  expect(clientAddress(null, 0)).toBeNull()
})

/** What a page behind this server would read in the header. */
function seenBy(forwardedFor: string | undefined): Promise<string> {
  const { port } = server.address() as AddressInfo
  const headers = forwardedFor ? { 'x-forwarded-for': forwardedFor } : {}
  return new Promise((answer, fail) => {
    request({ host: '127.0.0.1', port, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => answer(text))
    })
      .on('error', fail)
      .end()
  })
}
