import { cookies, headers } from 'next/headers'
import type { ApiContext } from '@court/api/context'
import { buildContext } from '@court/usecases/build-context'
import { clientAddress } from './client-address.ts'
import { readPreferences } from './preferences.ts'
import { requestIdOf } from './request-id.ts'
import type { SiteServices } from './services.ts'

type Site = { services: SiteServices; zone: ApiContext['zone']; trustedProxies: number }

/** What the routers see of the request being answered. */
export async function apiContext({ services, zone, trustedProxies }: Site): Promise<ApiContext> {
  const { site: app, db, keys, ports, log, findActor, cookies: sessionCookies } = services
  const [jar, head, { locale }] = await Promise.all([cookies(), headers(), readPreferences()])
  const { actor, verifiedAt } = await findActor(jar.get(sessionCookies.name)?.value)
  return {
    use: buildContext({
      db,
      actor,
      keys,
      ports,
      requestId: requestIdOf(head.get('x-request-id')),
      locale,
      clientAddress: clientAddress(head.get('x-forwarded-for'), trustedProxies),
    }),
    zone,
    transport: 'in-process',
    browser: { app, userAgent: head.get('user-agent') ?? '' },
    verifiedAt,
    log,
  }
}
