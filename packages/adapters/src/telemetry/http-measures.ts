import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, Histogram, type Registry } from 'prom-client'
import { boundedLabel } from './bounded-label.ts'
import { isDraining } from './draining.ts'
import { courtOf, routeOf } from './route-label.ts'

type Exchange = { request: IncomingMessage; response: ServerResponse }

const routesMax = 200
const started = 'http.server.request.start'
const finished = 'http.server.response.finish'

/** Times every answer of every HTTP server of the process, by what Node itself says of them; nothing is wrapped. */
export function measureHttp(registry: Registry, { courtsMax }: { courtsMax: number }): () => void {
  const seconds = new Histogram({
    name: 'tongheng_http_seconds',
    help: 'Time from the head of a request to the end of its answer, by route.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const ofCourt = new Counter({
    name: 'tongheng_court_requests_total',
    help: 'Requests to pages and files of a court; courts beyond the bound are counted as other.',
    labelNames: ['court'] as const,
    registers: [registry],
  })
  const routeLabel = boundedLabel(routesMax)
  const courtLabel = boundedLabel(courtsMax)
  const beginnings = new WeakMap<IncomingMessage, bigint>()

  const onStart = (message: unknown) => {
    const { request, response } = message as Exchange
    beginnings.set(request, process.hrtime.bigint())
    // A client that keeps its connection would come back to a process that is going away.
    if (isDraining()) response.shouldKeepAlive = false
  }
  const onFinish = (message: unknown) => {
    const { request, response } = message as Exchange
    const begun = beginnings.get(request)
    const path = request.url ?? '/'
    if (begun === undefined || path === '/metrics') return
    const isFound = response.statusCode !== 404
    seconds.observe(
      {
        route: isFound ? routeLabel(routeOf(path)) : 'absent',
        method: request.method === 'GET' || request.method === 'POST' ? request.method : 'other',
        status: `${Math.floor(response.statusCode / 100)}xx`,
      },
      Number(process.hrtime.bigint() - begun) / 1e9,
    )
    const court = isFound ? courtOf(path) : null
    if (court !== null) ofCourt.inc({ court: courtLabel(court) })
  }
  subscribe(started, onStart)
  subscribe(finished, onFinish)
  return () => {
    unsubscribe(started, onStart)
    unsubscribe(finished, onFinish)
  }
}
