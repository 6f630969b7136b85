import { connect, type Socket } from 'node:net'

/** A request as it goes over the wire, made beforehand. */
export type WireRequest = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export type LoadPlan = { port: number; requests: readonly WireRequest[]; connections: number; seconds: number }

export type LoadResult = { perSecond: number; latenciesMs: number[]; failures: number; bytes: number }

/**
 * So many connections, each of which sends the next request when the last was answered. On bare sockets: an HTTP client would take more of
 * the machine than some of the servers do, and all would look alike.
 */
export async function httpLoad({ port, requests, connections, seconds }: LoadPlan): Promise<LoadResult> {
  const wire = requests.map(wireText)
  const result: LoadResult = { perSecond: 0, latenciesMs: [], failures: 0, bytes: 0 }
  const start = performance.now()
  const end = start + seconds * 1000
  let next = 0
  const take = () => wire[next++ % wire.length] ?? Buffer.alloc(0)
  await Promise.all(Array.from({ length: connections }, () => oneConnection(port, { take, end, result })))
  result.perSecond = result.latenciesMs.length / ((performance.now() - start) / 1000)
  return result
}

type Turn = { take(): Buffer; end: number; result: LoadResult }

function oneConnection(port: number, { take, end, result }: Turn): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const answer = new Answer()
    let sentAt = 0
    const send = () => {
      sentAt = performance.now()
      socket.write(take())
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed a connection')))
    socket.on('data', (piece) => {
      if (!answer.isWholeWith(piece)) return
      const now = performance.now()
      result.latenciesMs.push(now - sentAt)
      result.bytes += answer.size
      if (answer.status !== 200) result.failures += 1
      answer.clear()
      if (now < end) return send()
      socket.removeAllListeners('close')
      socket.destroy()
      resolve()
    })
  })
}

/** As much of HTTP/1.1 as is needed to see where an answer ends: by its length, or by the last chunk. */
class Answer {
  status = 0
  size = 0
  private head: Buffer = Buffer.alloc(0)
  private bodyEnd = 0

  isWholeWith(piece: Buffer): boolean {
    this.size += piece.length
    if (this.bodyEnd === 0) {
      this.head = this.head.length === 0 ? piece : Buffer.concat([this.head, piece])
      const end = this.head.indexOf('\r\n\r\n')
      if (end < 0) return false
      const text = this.head.toString('latin1', 0, end)
      this.status = Number(text.slice(9, 12))
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
      this.bodyEnd = length === undefined ? Infinity : end + 4 + Number(length)
    }
    if (this.bodyEnd !== Infinity) return this.size >= this.bodyEnd
    // JSON holds no line breaks of its own: this can only be the last chunk.
    return piece.toString('latin1', Math.max(0, piece.length - 5)) === '0\r\n\r\n'
  }

  clear(): void {
    this.status = this.size = this.bodyEnd = 0
    this.head = Buffer.alloc(0)
  }
}

function wireText({ method, path, headers = {}, body }: WireRequest): Buffer {
  const all: Record<string, string> = { host: '127.0.0.1', ...headers }
  if (body !== undefined)
    Object.assign(all, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body ?? ''}`)
}
