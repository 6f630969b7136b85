import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createClamdScanner } from './clamd-scanner.ts'

let daemon: Server
afterEach(() => new Promise((resolve) => daemon.close(resolve)))

/** Speaks the daemon's protocol: reads INSTREAM up to the empty slice, then answers and hangs up. */
async function startDaemon(answer: (body: Buffer) => string) {
  daemon = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer(received))
    })
  })
  await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
  return createClamdScanner({ host: '127.0.0.1', port: (daemon.address() as AddressInfo).port, timeoutMs: 2000 })
}

test('a file of several slices is passed on whole and found clean', async () => {
  let sizeBytes = 0
  const scanner = await startDaemon((body) => {
    sizeBytes = body.length
    return 'stream: OK\0'
  })
  expect(await scanner.scan({ body: Buffer.alloc(200_000, 1) })).toEqual({ verdict: 'clean' })
  expect(sizeBytes).toBe('zINSTREAM\0'.length + 200_000 + 4 * 4 + 4)
})

test('a finding is named', async () => {
  const scanner = await startDaemon(() => 'stream: Win.Test.EICAR_HDB-1 FOUND\0')
  expect(await scanner.scan({ body: Buffer.from('x') })).toEqual({
    verdict: 'infected',
    signature: 'Win.Test.EICAR_HDB-1',
  })
})

test('an answer that is not clear, or none, never counts as clean', async () => {
  const scanner = await startDaemon(() => 'INSTREAM size limit exceeded. ERROR\0')
  expect(await scanner.scan({ body: Buffer.from('x') })).toMatchObject({ verdict: 'unavailable' })
  const nobody = createClamdScanner({ host: '127.0.0.1', port: 1 })
  expect(await nobody.scan({ body: Buffer.from('x') })).toMatchObject({ verdict: 'unavailable' })
})
