import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { createProcessLog, type ProcessLog } from '@court/adapters/log/process-log'
import { mediaOf } from '@court/adapters/media/media-environment'
import { createClamdScanner } from '@court/adapters/scanner/clamd-scanner'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea, type UploadArea } from '@court/adapters/upload/upload-area'
import { cookieOf, findActor, type FoundActor } from '@court/api/find-actor'
import { createSessionCookies, type SessionCookies } from '@court/auth/session-cookie'
import type { UseCasePorts } from '@court/usecases/context'
import { createKeys, type Keys } from '@court/usecases/keys'
import { absentPorts } from '@court/usecases/ports/absent'
import { uploadOwnerOf } from '@court/usecases/upload-owner'
import { createDatabase, type Database } from '@court/usecases/wire-database'
import { env, type Env } from '../env.ts'

/** What lives as long as the process: pools, keys, the log, the outside world. */
export type Services = {
  env: Env
  log: ProcessLog
  db: Database
  keys: Keys
  cookies: SessionCookies
  ports: UseCasePorts
  /** Mounted at `/api/uploads`. */
  uploads: UploadArea
  /** From the value of the session cookie to who is acting. */
  findActor(cookie: string | undefined): Promise<FoundActor>
}

/** More than any court allows: the court's own limit is kept where a finished upload is taken into a draft or a case. */
const uploadBytesMax = 200 * 1024 * 1024

/** Made at the first use, never while building. Next loads modules several times, so the one set hangs on the process. */
export function services(): Services {
  held[key] ??= createServices()
  return held[key]
}

const key = Symbol.for('tongheng.web.services')
const held = globalThis as unknown as { [key]?: Services }

function createServices(): Services {
  const settings = env()
  const log = createProcessLog({ app: 'web', level: settings.LOG_LEVEL })
  const directory = (name: string) => {
    const path = join(/* turbopackIgnore: true */ settings.FILES_DIR, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const db = createDatabase({ urls: databaseUrls(settings), poolMax: settings.DATABASE_POOL_MAX })
  const cookies = createSessionCookies({
    site: 'web',
    secrets: settings.SESSION_SECRET_WEB,
    origin: settings.WEB_ORIGIN,
  })
  const door = { db, cookies, site: 'web' as const, hasStaffZone: settings.ZONE !== 'public' }
  const uploads = createUploadArea({
    directory: directory('uploads'),
    path: '/api/uploads',
    ownerOf: async (request) => uploadOwnerOf((await findActor(door, cookieOf(request, door))).actor),
    sizeBytesMaxOf: () => Promise.resolve(uploadBytesMax),
  })
  const { hostname: host, port } = new URL(settings.CLAMAV_URL ?? 'tcp://unset:3310')
  return {
    env: settings,
    log,
    db,
    cookies,
    findActor: (cookie) => findActor(door, cookie),
    keys: createKeys(settings.FIELD_ENCRYPTION_KEY, {
      blindIndex: settings.BLIND_INDEX_KEY,
      oneTimeCode: settings.ONE_TIME_CODE_KEY,
    }),
    uploads,
    ports: {
      ...absentPorts, // mail and text messages are the worker's
      storage: createFileStorage({ directory: directory('blobs') }),
      uploads,
      inspectFile,
      scanner: settings.CLAMAV_URL ? createClamdScanner({ host, port: Number(port || 3310) }) : noScanner,
      media: mediaOf(settings),
      alarm: { raise: (alarm) => log.error({ alarm }, 'somebody must look at this') },
    },
  }
}

// The public zone has no address of the staff's role: what it must not read, it cannot.
const databaseUrls = ({ ZONE, DATABASE_URL_PUBLIC, DATABASE_URL_STAFF }: Env) =>
  ZONE === 'public' || !DATABASE_URL_STAFF
    ? { public: DATABASE_URL_PUBLIC }
    : { public: DATABASE_URL_PUBLIC, staff: DATABASE_URL_STAFF }
