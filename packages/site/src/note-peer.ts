import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

let isNoting = false

/**
 * From now on every request of this process carries in `x-forwarded-for`, on the right of what it brought along, the address at the
 * other end of its connection: pages see headers alone, and what a browser wrote there must not be believed. For instrumentation.ts.
 */
export function notePeers(): void {
  if (isNoting) return
  isNoting = true
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request
    const before = headers['x-forwarded-for']
    headers['x-forwarded-for'] = [...(before ? [before] : []), socket.remoteAddress ?? 'unknown'].join(', ')
  })
}
