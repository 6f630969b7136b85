import { connect } from 'node:net'
import type { ScannerPort, ScanResult } from '@court/usecases/ports/scanner'

const sliceBytes = 64 * 1024

/** ClamAV's daemon over TCP (INSTREAM). Everything but a clear answer is `unavailable`: the file waits. */
export function createClamdScanner(options: { host: string; port: number; timeoutMs?: number }): ScannerPort {
  return {
    scan: ({ body }) =>
      new Promise<ScanResult>((resolve) => {
        const socket = connect({ host: options.host, port: options.port })
        let answer = ''
        socket.setTimeout(options.timeoutMs ?? 30_000, () => socket.destroy(new Error('time-out')))
        socket.on('data', (chunk) => (answer += chunk.toString('utf8')))
        socket.on('error', (error) => resolve({ verdict: 'unavailable', detail: error.message }))
        socket.on('close', () => resolve(verdictOf(answer)))
        socket.on('connect', () => {
          socket.write('zINSTREAM\0')
          for (let at = 0; at < body.byteLength; at += sliceBytes) {
            const slice = body.subarray(at, at + sliceBytes)
            const length = Buffer.alloc(4)
            length.writeUInt32BE(slice.byteLength)
            socket.write(length)
            socket.write(slice)
          }
          socket.write(Buffer.alloc(4))
        })
      }),
  }
}

function verdictOf(answer: string): ScanResult {
  const text = answer.replace(/\0/g, '').trim()
  if (text === 'stream: OK') return { verdict: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1]
  return found ? { verdict: 'infected', signature: found } : { verdict: 'unavailable', detail: text || 'no answer' }
}
