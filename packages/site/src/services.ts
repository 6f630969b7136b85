import { createProcessLog, type ProcessLog } from '@court/adapters/log/process-log'
import { findActor, type Door, type FoundActor } from '@court/api/find-actor'
import { createSessionCookies, type SessionCookies } from '@court/auth/session-cookie'
import type { UseCasePorts } from '@court/usecases/context'
import { createKeys, type Keys } from '@court/usecases/keys'
import { createDatabase, type Database } from '@court/usecases/wire-database'

/** What lives as long as the process of a site: pools, keys, the log. */
export type SiteServices = {
  site: 'web' | 'admin'
  log: ProcessLog
  db: Database
  keys: Keys
  cookies: SessionCookies
  ports: UseCasePorts
  /** From the value of the session cookie to who is acting. */
  findActor(cookie: string | undefined): Promise<FoundActor>
}

type Settings = {
  LOG_LEVEL: Parameters<typeof createProcessLog>[0]['level']
  DATABASE_POOL_MAX: number
  FIELD_ENCRYPTION_KEY: Parameters<typeof createKeys>[0]
  BLIND_INDEX_KEY: Buffer
  ONE_TIME_CODE_KEY: Buffer
}

type OfSite = {
  site: SiteServices['site']
  settings: Settings
  databaseUrls: Parameters<typeof createDatabase>[0]['urls']
  session: { secrets: Parameters<typeof createSessionCookies>[0]['secrets']; origin: string }
  hasStaffZone: boolean
}

/** All but the ports, which differ from site to site; `door` is what `findActor` of the api looks through. */
export function siteServices({ site, settings, databaseUrls, session, hasStaffZone }: OfSite): {
  services: Omit<SiteServices, 'ports'>
  door: Door
} {
  const db = createDatabase({ urls: databaseUrls, poolMax: settings.DATABASE_POOL_MAX, waitMs: 2000 })
  const cookies = createSessionCookies({ site, ...session })
  const door = { db, cookies, site, hasStaffZone }
  return {
    door,
    services: {
      site,
      log: createProcessLog({ app: site, level: settings.LOG_LEVEL }),
      db,
      cookies,
      keys: createKeys(settings.FIELD_ENCRYPTION_KEY, {
        blindIndex: settings.BLIND_INDEX_KEY,
        oneTimeCode: settings.ONE_TIME_CODE_KEY,
      }),
      findActor: (cookie) => findActor(door, cookie),
    },
  }
}

/** Made at the first use, never while building. Next loads modules several times, so the one set hangs on the process. */
export function oncePerProcess<T>(name: string, create: () => T): () => T {
  const key = Symbol.for(`tongheng.${name}`)
  const held = globalThis as unknown as { [key]?: T }
  return () => (held[key] ??= create())
}
