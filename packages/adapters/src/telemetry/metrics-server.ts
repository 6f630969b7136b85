import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'

export type MetricsServer = { port: number; close(): Promise<void> }

/** `/metrics` on a port of its own, which no proxy of the sites forwards: only who stands in the house's network can ask. */
export async function startMetricsServer({
  registry,
  host,
  port,
}: {
  registry: Registry
  host: string
  port: number
}): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      // A figure that cannot be had now, such as the length of a queue that is away: the monitor notes a gap.
      () => response.writeHead(503).end(),
    )
  })
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.listen(port, host, ready)
  })
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
