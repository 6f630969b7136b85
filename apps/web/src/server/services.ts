import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { mediaOf } from '@court/adapters/media/media-environment'
import { createClamdScanner } from '@court/adapters/scanner/clamd-scanner'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea, type UploadArea } from '@court/adapters/upload/upload-area'
import { cookieOf } from '@court/api/find-actor'
import { oncePerProcess, siteServices, type SiteServices } from '@court/site/services'
import { absentPorts } from '@court/usecases/ports/absent'
import { uploadOwnerOf } from '@court/usecases/upload-owner'
import { env, type Env } from '../env.ts'

/** What the process of any site has, and the outside world. */
export type Services = SiteServices & {
  env: Env
  /** Mounted at `/api/uploads`. */
  uploads: UploadArea
}

/** More than any court allows: the court's own limit is kept where a finished upload is taken into a draft or a case. */
const uploadBytesMax = 200 * 1024 * 1024

export const services = oncePerProcess('web.services', (): Services => {
  const settings = env()
  const { services: shared, door } = siteServices({
    site: 'web',
    settings,
    databaseUrls: databaseUrls(settings),
    session: { secrets: settings.SESSION_SECRET_WEB, origin: settings.WEB_ORIGIN },
    hasStaffZone: settings.ZONE !== 'public',
  })
  const directory = (name: string) => {
    const path = join(/* turbopackIgnore: true */ settings.FILES_DIR, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const uploads = createUploadArea({
    directory: directory('uploads'),
    path: '/api/uploads',
    ownerOf: async (request) => uploadOwnerOf((await shared.findActor(cookieOf(request, door))).actor),
    sizeBytesMaxOf: () => Promise.resolve(uploadBytesMax),
  })
  const { hostname: host, port } = new URL(settings.CLAMAV_URL ?? 'tcp://unset:3310')
  return {
    ...shared,
    env: settings,
    uploads,
    ports: {
      ...absentPorts, // mail and text messages are the worker's
      storage: createFileStorage({ directory: directory('blobs') }),
      uploads,
      inspectFile,
      scanner: settings.CLAMAV_URL ? createClamdScanner({ host, port: Number(port || 3310) }) : noScanner,
      media: mediaOf(settings),
      alarm: { raise: (alarm) => shared.log.error({ alarm }, 'somebody must look at this') },
    },
  }
})

// The public zone has no address of the staff's role: what it must not read, it cannot.
const databaseUrls = ({ ZONE, DATABASE_URL_PUBLIC, DATABASE_URL_STAFF }: Env) =>
  ZONE === 'public' || !DATABASE_URL_STAFF
    ? { public: DATABASE_URL_PUBLIC }
    : { public: DATABASE_URL_PUBLIC, staff: DATABASE_URL_STAFF }
