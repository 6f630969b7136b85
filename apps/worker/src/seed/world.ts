import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { noMedia } from '@court/adapters/media/no-media'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea, type UploadArea } from '@court/adapters/upload/upload-area'
import type { Actor } from '@court/usecases/actor'
import { buildContext } from '@court/usecases/build-context'
import type { UseCaseContext, UseCasePorts } from '@court/usecases/context'
import { createKeys } from '@court/usecases/keys'
import type { Sms } from '@court/usecases/ports/sms'
import { refusalText, type Result } from '@court/usecases/refusal'
import { createDatabase } from '@court/usecases/wire-database'
import type { SeedEnv } from './env.ts'

/** The demo country is made by the use cases that serve everybody, each called as the one who would call it, at the time it would be. */
export type World = {
  /** As on the site of the courts and in the worker. */
  as(actor: Actor, at: Date): UseCaseContext
  /** As on the site of the administrators. */
  asAdmin(actor: Actor, at: Date): UseCaseContext
  uploads: UploadArea
  /** Text messages that were "sent" while seeding, by phone; the newest last. */
  messages: Map<string, Sms[]>
  close(): Promise<void>
}

export function createWorld(env: SeedEnv): World {
  const urls = { public: env.DATABASE_URL_PUBLIC, staff: env.DATABASE_URL_STAFF, worker: env.DATABASE_URL_WORKER }
  const db = createDatabase({ urls, poolMax: 8 })
  const adminDb = createDatabase({ urls: { staff: env.DATABASE_URL_ADMIN }, poolMax: 4 })
  const keys = createKeys(env.FIELD_ENCRYPTION_KEY, {
    blindIndex: env.BLIND_INDEX_KEY,
    oneTimeCode: env.ONE_TIME_CODE_KEY,
  })
  const directory = (name: string) => {
    const path = join(env.FILES_DIR, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const messages = new Map<string, Sms[]>()
  const uploads = createUploadArea({
    directory: directory('uploads'),
    path: '/api/uploads',
    ownerOf: (request) => Promise.resolve(request.headers.get('x-owner')),
    sizeBytesMaxOf: () => Promise.resolve(50_000_000),
  })
  const ports: Partial<UseCasePorts> = {
    storage: createFileStorage({ directory: directory('blobs') }),
    uploads,
    inspectFile,
    scanner: noScanner,
    media: noMedia,
    // The phones of invented people: what is sent to them is read here.
    sms: {
      send: (sms) => {
        messages.set(sms.to, [...(messages.get(sms.to) ?? []), sms])
        return Promise.resolve({ outcome: 'accepted', providerId: `seed-${sms.messageId}` })
      },
    },
    mail: { send: ({ messageId }) => Promise.resolve({ outcome: 'accepted', providerId: `seed-${messageId}` }) },
    alarm: {
      raise: ({ kind, facts }) => {
        throw new Error(`an alarm while seeding: ${kind} ${JSON.stringify(facts)}`)
      },
    },
  }
  const common = { keys, ports, clientAddress: null, locale: 'zh-CN' } as const
  return {
    as: (actor, at) => buildContext({ ...common, db, actor, now: () => at }),
    asAdmin: (actor, at) => buildContext({ ...common, db: adminDb, actor, now: () => at }),
    uploads,
    messages,
    close: async () => {
      await Promise.all([db.close(), adminDb.close()])
    },
  }
}

/** A refusal while seeding is a defect of the seed: it stops and says which rule. */
export function must<T>(answer: Result<T>, what: string): T {
  if (answer.ok) return answer.value
  throw new Error(`${what} was refused: ${refusalText(answer)}`)
}
