// The platform's API over HTTP, as the site mounts it: cookie → session → actor → router → use case → rows under policies.
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { createLiveKitMedia, type LiveKitOptions } from '@court/adapters/media/livekit-media'
import { noMedia } from '@court/adapters/media/no-media'
import { cookieOf, findActor } from '@court/api/find-actor'
import { handleTrpc } from '@court/api/http'
import { webRouter } from '@court/api/web-root'
import { createSessionCookies } from '@court/auth/session-cookie'
import { testKeys } from '@court/testkit/context'
import { buildContext } from '@court/usecases/build-context'
import { createDatabase } from '@court/usecases/wire-database'
import { withRole } from '../postgres/addresses.ts'
import { answerRequests } from './answer-requests.ts'
import { serve } from './serve.ts'
import { settingsOf } from './start-process.ts'

export type ApiSettings = { url: string; poolMax: number; media?: LiveKitOptions }

const { url, poolMax, media } = settingsOf<ApiSettings>()
const ports = { media: media ? createLiveKitMedia(media) : noMedia }
const origin = 'http://127.0.0.1'
const cookies = createSessionCookies({ site: 'web', secrets: ['bench'.repeat(8)], origin })
const db = createDatabase({ urls: { public: withRole(url, 'app_public'), staff: withRole(url, 'app_staff') }, poolMax })
const door = { db, cookies, site: 'web' as const, hasStaffZone: true }
const silent = () => undefined
const log = { info: silent, warn: silent, error: (fields: unknown) => console.error(fields) }

const port = await serve(async (asked) => {
  const { method = 'GET', url: path = '/', headers } = asked
  const body = method === 'GET' ? null : await text(asked)
  const request = new Request(`${origin}${path}`, { method, body, headers: headers as Record<string, string> })
  const response = await handleTrpc({
    root: webRouter,
    request,
    endpoint: '/api/trpc',
    origin,
    createContext: async () => {
      const { actor, verifiedAt } = await findActor(door, cookieOf(request, door))
      return {
        use: buildContext({ db, actor, ports, keys: testKeys, requestId: randomUUID() }),
        zone: 'all' as const,
        transport: 'http' as const,
        browser: { app: 'web' as const, userAgent: '' },
        verifiedAt,
        log,
      }
    },
  })
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
})

answerRequests(async (asked) => {
  if (asked === 'port') return port
  const { value } = await cookies.issue({ sessionId: String(asked), expiresAt: new Date(Date.now() + 86_400_000) })
  return `${cookies.name}=${value}`
})
