import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '@court/db/migrate'
import { migrateQueues } from '@court/jobs/connect-queues'
import { choosePlace, isPortFree, repositoryRoot, startPostgres, type Place } from '../../../scripts/postgres.mjs'
import { freePort, until } from './child.ts'

export const databaseName = 'tongheng'
const password = 'of-the-faults'
export const roles = ['app_public', 'app_staff', 'app_admin', 'worker'] as const
export type Role = (typeof roles)[number]

export type PostgresServer = {
  place: Place
  port: number
  /** As the superuser, in the database of the platform. */
  url: string
  urlAs(role: Role | 'owner', port?: number): string
  /** No process of it is left: as when the machine loses its power. */
  kill(): Promise<void>
  start(settings?: Record<string, string>): Promise<void>
  isRunning(): boolean
  stop(): Promise<void>
  /** The next start is on this folder: what was restored. */
  moveTo(data: string): void
}

/** A durable server in a folder of its own, on a port that it keeps over restarts. */
export async function startPostgresServer(
  folder: string,
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const first = choosePlace({ root: repositoryRoot, wanted: join(folder, 'postgres') })
  const place = { ...first }
  mkdirSync(folder, { recursive: true })
  if (place.user) chownSync(folder, place.user.uid, place.user.gid)
  const port = await freePort()
  const urlOf = (user: string, at = port, name = databaseName) =>
    `postgres://${user}:${password}@127.0.0.1:${at}/${name}`
  let server: Awaited<ReturnType<typeof startPostgres>> | null = null
  const self: PostgresServer = {
    place,
    port,
    url: urlOf('postgres'),
    urlAs: (role, at) => urlOf(role, at),
    async start(changed = {}) {
      server = await startPostgres({
        place,
        port,
        password,
        log: join(folder, 'postgres.log'),
        settings: { max_connections: '120', shared_buffers: '256MB', ...settings, ...changed },
      })
      if (server.port !== port) throw new Error(`the port ${port} was taken by somebody else`)
    },
    async kill() {
      if (!server) return
      const { pid } = server
      // The children notice that their parent is gone; until then the port stays theirs.
      process.kill(pid, 'SIGKILL')
      server = null
      await until('the processes of PostgreSQL are gone', () => isPortFree(port), { every: 20 })
    },
    isRunning: () => server !== null,
    moveTo(data) {
      place.data = data
    },
    async stop() {
      await server?.stop()
      server = null
    },
  }
  await self.start()
  return self
}

/** Roles with passwords, the database, its tables and those of the queues: as an installation is made. */
export async function installPlatform(server: Pick<PostgresServer, 'url' | 'urlAs'>): Promise<void> {
  const asSuperuser = new URL(server.url)
  asSuperuser.pathname = '/postgres'
  const client = new pg.Client({ connectionString: asSuperuser.href })
  await client.connect()
  for (const role of ['owner', ...roles])
    await client.query(`create role ${client.escapeIdentifier(role)} login nobypassrls password '${password}'`)
  await client.query(`create database ${databaseName} owner owner`)
  await client.end()
  await migrate(server.urlAs('owner'))
  await migrateQueues({ ownerUrl: server.urlAs('owner'), grantTo: ['worker'] })
}
