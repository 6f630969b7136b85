import { createProcessLog, type ProcessLog } from '@court/adapters/log/process-log'
import { findActor, type FoundActor } from '@court/api/find-actor'
import { createSessionCookies, type SessionCookies } from '@court/auth/session-cookie'
import type { UseCasePorts } from '@court/usecases/context'
import { createKeys, type Keys } from '@court/usecases/keys'
import { absentPorts } from '@court/usecases/ports/absent'
import { createDatabase, type Database } from '@court/usecases/wire-database'
import { env, type Env } from '../env.ts'

/** What lives as long as the process: pools, keys, the log. */
export type Services = {
  env: Env
  log: ProcessLog
  db: Database
  keys: Keys
  cookies: SessionCookies
  ports: UseCasePorts
  /** From the value of the session cookie to who is acting. */
  findActor(cookie: string | undefined): Promise<FoundActor>
}

/** Made at the first use, never while building. Next loads modules several times, so the one set hangs on the process. */
export function services(): Services {
  held[key] ??= createServices()
  return held[key]
}

const key = Symbol.for('tongheng.admin.services')
const held = globalThis as unknown as { [key]?: Services }

function createServices(): Services {
  const settings = env()
  const log = createProcessLog({ app: 'admin', level: settings.LOG_LEVEL })
  // On this site everybody signed in is staff, and acts with the rights of the console's own role.
  const db = createDatabase({ urls: { staff: settings.DATABASE_URL_ADMIN }, poolMax: settings.DATABASE_POOL_MAX })
  const cookies = createSessionCookies({
    site: 'admin',
    secrets: settings.SESSION_SECRET_ADMIN,
    origin: settings.ADMIN_ORIGIN,
  })
  const door = { db, cookies, site: 'admin' as const, hasStaffZone: true }
  return {
    env: settings,
    log,
    db,
    cookies,
    keys: createKeys(settings.FIELD_ENCRYPTION_KEY, {
      blindIndex: settings.BLIND_INDEX_KEY,
      oneTimeCode: settings.ONE_TIME_CODE_KEY,
    }),
    findActor: (cookie) => findActor(door, cookie),
    ports: { ...absentPorts, alarm: { raise: (alarm) => log.error({ alarm }, 'somebody must look at this') } },
  }
}
