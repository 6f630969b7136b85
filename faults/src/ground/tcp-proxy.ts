import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

/** How the line is: as it should be; nothing goes through but nobody is told (half-open); every new caller is hung up on. */
type Line = 'open' | 'dead' | 'refusing'

export type TcpProxy = {
  port: number
  /** Bytes that went towards the server so far. */
  sent(): number
  become(line: Line): void
  /** Every piece waits so long, both ways. */
  slow(milliseconds: number): void
  /** Hangs up on all who are connected. */
  cut(): void
  /** Hangs up on a caller once so many bytes of theirs have gone through. */
  cutAfter(bytes: number | null): void
  /** Where new callers are put through to: the first that takes the call. */
  pointAt(...ports: number[]): void
  close(): Promise<void>
}

/** Between a client and a server on this machine: what networks do to each other, done on purpose. */
export async function startTcpProxy(...first: number[]): Promise<TcpProxy> {
  let targets = first
  let [line, delayMs, cutAt, sent]: [Line, number, number | null, number] = ['open', 0, null, 0]
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    if (line === 'refusing') return client.resetAndDestroy()
    client.on('error', () => undefined)
    client.pause()
    reach(targets, (upstream) => (upstream ? join(client, upstream) : client.resetAndDestroy()))
  })
  function join(client: Socket, upstream: Socket) {
    let ofCaller = 0
    const drop = () => {
      client.resetAndDestroy()
      upstream.resetAndDestroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', drop)
      socket.on('close', () => {
        sockets.delete(socket)
        drop()
      })
    }
    forward(client, upstream, (size) => {
      sent += size
      ofCaller += size
      if (cutAt !== null && ofCaller >= cutAt) drop()
    })
    forward(upstream, client, () => undefined)
    client.resume()
  }
  function forward(from: Socket, to: Socket, count: (size: number) => void) {
    from.on('data', (chunk: Buffer) => {
      if (line === 'dead') return
      const pass = () => {
        if (!to.destroyed) to.write(chunk)
        count(chunk.length)
      }
      if (delayMs === 0) pass()
      else setTimeout(pass, delayMs)
    })
    from.on('end', () => to.end())
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    sent: () => sent,
    become: (next) => (line = next),
    slow: (milliseconds) => (delayMs = milliseconds),
    cut,
    cutAfter: (bytes) => (cutAt = bytes),
    pointAt: (...ports) => (targets = ports),
    close: async () => {
      cut()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The first of them that answers; null when none does. */
function reach([port, ...others]: number[], done: (upstream: Socket | null) => void): void {
  if (port === undefined) return done(null)
  const upstream = createConnection(port, '127.0.0.1')
  upstream.once('error', () => reach(others, done))
  upstream.once('connect', () => {
    upstream.removeAllListeners('error')
    done(upstream)
  })
}
