import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { ApiContext } from '@court/api/context'
import { buildContext } from '@court/usecases/build-context'
import { readPreferences } from '../preferences/preferences.ts'
import { services } from './services.ts'

/** What the routers see of the request being answered. Looked up once while a page is drawn; a server action asks anew. */
export const getContext = cache(async (): Promise<ApiContext> => {
  const { db, keys, ports, env, log, findActor, cookies: sessionCookies } = services()
  const [jar, head, { locale }] = await Promise.all([cookies(), headers(), readPreferences()])
  const { actor, verifiedAt } = await findActor(jar.get(sessionCookies.name)?.value)
  const requestId = head.get('x-request-id')?.slice(0, 100) ?? randomUUID()
  return {
    use: buildContext({
      db,
      actor,
      keys,
      ports,
      requestId,
      locale,
      clientAddress: addressOf(head, env.TRUSTED_PROXIES),
    }),
    zone: 'court',
    transport: 'in-process',
    browser: { app: 'admin', userAgent: head.get('user-agent') ?? '' },
    verifiedAt,
    log,
  }
})

/** Each proxy of ours adds on the right what it saw; what stands further left was said by the browser and proves nothing. */
function addressOf(head: Headers, trustedProxies: number): string | null {
  const addresses = (head.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  return addresses.at(-Math.max(1, trustedProxies))?.slice(0, 64) || null
}
