import { join } from 'node:path'
import { createSessionCookies } from '@court/auth/session-cookie'
import { freePort, startChild, until, type Child } from './child.ts'
import type { PostgresServer } from './postgres-server.ts'
import type { Providers } from './providers.ts'

const root = join(import.meta.dirname, '../../..')
/** The bytes of the testkit's keys: rows made by the run open in the processes, and the other way round. */
const key = Buffer.alloc(32, 7).toString('base64url')
const sessionSecret = 'a session secret of the faults 0'

type Parts = { folder: string; postgres: PostgresServer; providers: Providers }

export type Site = { child: Child; port: number; origin: string; metricsPort: number }
export type Worker = { child: Child; port: number; metricsPort: number }

export type StartOptions = {
  env?: Partial<NodeJS.ProcessEnv>
  /** Reach the database through here instead: a proxy. */
  databasePort?: number
}

/** Starts the processes of the product as an installation does: `next start` and the worker's main. */
export function createPlatform({ folder, postgres, providers }: Parts) {
  const filesDir = join(folder, 'files')
  const origin = 'http://localhost:3000'
  const cookies = createSessionCookies({ site: 'web', secrets: [sessionSecret], origin })
  const common = (databasePort?: number): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    WEB_ORIGIN: origin,
    FILES_DIR: filesDir,
    FIELD_ENCRYPTION_KEY: key,
    BLIND_INDEX_KEY: key,
    ONE_TIME_CODE_KEY: key,
    LOG_LEVEL: 'info',
    DATABASE_URL_ADMIN: postgres.urlAs('app_admin', databasePort),
    SESSION_SECRET_ADMIN: sessionSecret,
    NEXT_TELEMETRY_DISABLED: '1',
  })
  return {
    filesDir,
    origin,
    async cookieOf(sessionId: string): Promise<string> {
      const { name, value } = await cookies.issue({ sessionId, expiresAt: new Date(Date.now() + 86_400_000) })
      return `${name}=${value}`
    },
    async startWorker({ env = {}, databasePort }: StartOptions = {}): Promise<Worker> {
      const [port, metricsPort] = [await freePort(), await freePort()]
      const child = startChild({
        args: [join(root, 'apps/worker/src/main.ts')],
        logFile: join(folder, 'worker.log'),
        env: {
          ...common(databasePort),
          WORKER_PORT: String(port),
          METRICS_PORT: String(metricsPort),
          DRAIN_SECONDS: '0',
          DATABASE_URL_WORKER: postgres.urlAs('worker', databasePort),
          SMTP_URL: providers.smtpUrl,
          MAIL_FROM: 'court@court.example',
          SMS_GATEWAY_URL: providers.smsUrl,
          SMS_GATEWAY_SECRET: providers.smsSecret,
          ...env,
        },
      })
      await untilReady(child, `http://127.0.0.1:${port}/healthz`, 'the worker')
      return { child, port, metricsPort }
    },
    async startSite({ env = {}, databasePort }: StartOptions = {}): Promise<Site> {
      const [port, metricsPort] = [await freePort(), await freePort()]
      const child = startChild({
        args: [join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
        cwd: join(root, 'apps/web'),
        logFile: join(folder, 'web.log'),
        env: {
          ...common(databasePort),
          DATABASE_URL_PUBLIC: postgres.urlAs('app_public', databasePort),
          DATABASE_URL_STAFF: postgres.urlAs('app_staff', databasePort),
          SESSION_SECRET_WEB: sessionSecret,
          METRICS_PORT: String(metricsPort),
          DRAIN_SECONDS: '2',
          ...env,
        },
      })
      const site = { child, port, metricsPort, origin: `http://127.0.0.1:${port}` }
      await untilReady(child, `${site.origin}/readyz`, 'the site')
      return site
    },
  }
}

export type Platform = ReturnType<typeof createPlatform>

async function untilReady(child: Child, url: string, what: string): Promise<void> {
  await until(
    `${what} is ready`,
    async () => {
      if (child.hasEnded()) throw new Error(`${what} ended while starting:\n${child.output().slice(-3000)}`)
      return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
        ({ ok }) => ok,
        () => false,
      )
    },
    { milliseconds: 90_000, every: 100 },
  )
}
