import { apiContext } from '@court/site/api-context'
import { cache } from 'react'
import { services } from './services.ts'

/** What the routers see of the request being answered. Looked up once while a page is drawn; a server action asks anew. */
export const getContext = cache(() => {
  const { env } = services()
  return apiContext({ services: services(), zone: env.ZONE, trustedProxies: env.TRUSTED_PROXIES })
})
