import type { Database } from '@court/db/database'
import type { Actor } from './actor.ts'
import type { Keys } from './keys.ts'
import type { AlarmPort } from './ports/alarm.ts'
import type { InspectFilePort } from './ports/files.ts'
import type { MailPort } from './ports/mail.ts'
import type { MediaPort } from './ports/media.ts'
import type { ScannerPort } from './ports/scanner.ts'
import type { SmsPort } from './ports/sms.ts'
import type { StoragePort } from './ports/storage.ts'
import type { UploadsPort } from './ports/uploads.ts'

/** The first argument of every use case. Apps build one per request, the worker one per job, tests one per actor. */
export type UseCaseContext = {
  /** The way into the database: a use case opens one `withCourt` (or national) transaction of it, once. */
  db: Database
  actor: Actor
  now(): Date
  /** UUID version 7: sorted by time, so that indexes stay dense. */
  newId(): string
  /** Secure random bytes; for codes, salts and seeds. */
  randomBytes(length: number): Uint8Array
  keys: Keys
  requestId: string
  locale: Locale
  /** Where the request came from as the outermost trusted proxy saw it; null for jobs. */
  clientAddress: string | null
  ports: UseCasePorts
}

export type Locale = 'zh-CN' | 'en'

/** The outside world. A process that has no such thing wires `absentPorts`, which throw when used. */
export type UseCasePorts = {
  storage: StoragePort
  uploads: UploadsPort
  inspectFile: InspectFilePort
  scanner: ScannerPort
  mail: MailPort
  sms: SmsPort
  media: MediaPort
  alarm: AlarmPort
}

/** The same request seen by another actor: for a sign-in that goes on as the person it found. */
export const actingAs = (ctx: UseCaseContext, actor: Actor): UseCaseContext => ({ ...ctx, actor })
