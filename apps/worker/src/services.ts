import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLogAlarm } from '@court/adapters/log/log-alarm'
import { createProcessLog, type ProcessLog } from '@court/adapters/log/process-log'
import { createSmtpMail } from '@court/adapters/mail/smtp-mail'
import { mediaOf } from '@court/adapters/media/media-environment'
import { createHttpSms } from '@court/adapters/sms/http-sms'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea } from '@court/adapters/upload/upload-area'
import { openQueues, type Queues } from '@court/jobs/queues'
import { buildContext } from '@court/usecases/build-context'
import type { UseCaseContext, UseCasePorts } from '@court/usecases/context'
import { createKeys } from '@court/usecases/keys'
import { createDatabase, type Database } from '@court/usecases/wire-database'
import type { WorkerEnv } from './env.ts'

export type WorkerServices = {
  env: WorkerEnv
  log: ProcessLog
  db: Database
  queues: Queues
  /** What a job sees: the worker's role, and itself as the actor. */
  contextFor(job: string): UseCaseContext
  close(): Promise<void>
}

export function createServices(env: WorkerEnv): WorkerServices {
  const log = createProcessLog({ app: 'worker', level: env.LOG_LEVEL })
  const db = createDatabase({
    // The administrators' role answers one question here: may this browser see the board of the queues?
    urls: { worker: env.DATABASE_URL_WORKER, staff: env.DATABASE_URL_ADMIN },
    poolMax: env.DATABASE_POOL_MAX,
  })
  const server = env.REDIS_URL
    ? { kind: 'redis' as const, url: env.REDIS_URL }
    : { kind: 'postgres' as const, url: env.DATABASE_URL_WORKER }
  const queues = openQueues(server, (error) => log.warn({ error }, 'the queue server did not answer'))
  const keys = createKeys(env.FIELD_ENCRYPTION_KEY, {
    blindIndex: env.BLIND_INDEX_KEY,
    oneTimeCode: env.ONE_TIME_CODE_KEY,
  })
  const ports = portsOf(env, log)
  return {
    env,
    log,
    db,
    queues,
    contextFor: (job) => buildContext({ db, keys, ports, actor: { kind: 'system', job } }),
    async close() {
      await queues.close() // before the database
      await db.close()
    },
  }
}

function portsOf(env: WorkerEnv, log: ProcessLog): Partial<UseCasePorts> {
  const directory = (name: string) => {
    const path = join(env.FILES_DIR, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  return {
    mail: createSmtpMail({ url: env.SMTP_URL, from: env.MAIL_FROM }),
    sms: createHttpSms({
      url: env.SMS_GATEWAY_URL,
      secret: env.SMS_GATEWAY_SECRET,
      reportUrl: env.SMS_REPORT_URL ?? `http://${env.HOST}:${env.WORKER_PORT}/reports/sms`,
    }),
    storage: createFileStorage({ directory: directory('blobs') }),
    // The worker only clears the area: nobody uploads to it.
    uploads: createUploadArea({
      directory: directory('uploads'),
      path: '/api/uploads',
      ownerOf: () => Promise.resolve(null),
      sizeBytesMaxOf: () => Promise.resolve(0),
    }),
    media: mediaOf(env),
    alarm: createLogAlarm(log),
  }
}
