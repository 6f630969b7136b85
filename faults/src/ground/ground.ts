import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause, until } from './child.ts'
import { ensureSite } from './ensure-site.ts'
import { createPlatform, type Platform, type Site, type StartOptions, type Worker } from './platform.ts'
import { installPlatform, startPostgresServer, type PostgresServer } from './postgres-server.ts'
import { startProviders, type Providers } from './providers.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'
import { buildTown, type Town } from './town.ts'

export type Ground = {
  folder: string
  postgres: PostgresServer
  providers: Providers
  platform: Platform
  town: Town
  /** One site, shared by the faults that do not break sites; started when first asked for. */
  site(): Promise<Site>
  /** Starts a worker that is ended after the fault. */
  worker(options?: StartOptions): Promise<Worker>
  redis(): Promise<RedisServer>
  /** Waits until nothing is owed any more; how long it took. */
  untilNothingOwed(milliseconds?: number): Promise<number>
  say(line: string): void
  /** Between two faults: no worker, providers well, the line to the database open. */
  tidy(): Promise<void>
  stop(): Promise<void>
}

/** Servers, town and processes of a run, in a folder of their own below the system's temporary one. */
export async function startGround(say: (line: string) => void): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-faults-'))
  chmodSync(folder, 0o711) // the user of PostgreSQL must get through to its data
  mkdirSync(join(folder, 'files'))
  const postgres = await startPostgresServer(folder)
  await installPlatform(postgres)
  const providers = await startProviders()
  const platform = createPlatform({ folder, postgres, providers })
  const town = await buildTown({ postgres, platform })
  let site: Site | null = null
  let redis: RedisServer | null = null
  const workers: Worker[] = []
  const endWorkers = async () => {
    await Promise.all(workers.splice(0).map(({ child }) => child.end('SIGTERM', 15_000)))
  }
  return {
    folder,
    postgres,
    providers,
    platform,
    town,
    say,
    async site() {
      if (!site || site.child.hasEnded()) {
        await ensureSite(say)
        site = await platform.startSite()
      }
      return site
    },
    async worker(options) {
      const worker = await platform.startWorker(options)
      workers.push(worker)
      return worker
    },
    async redis() {
      redis ??= await startRedisServer(folder)
      return redis
    },
    async untilNothingOwed(milliseconds = 90_000) {
      const { outbox } = town.all.client
      const owed = { doneAt: null, deadAt: null }
      try {
        return await until('nothing is owed', async () => (await outbox.count({ where: owed })) === 0, {
          milliseconds,
          every: 100,
        })
      } catch (error) {
        const left = await outbox.groupBy({ by: ['kind', 'lastError'], where: owed, _count: true })
        throw new Error(`still owed: ${JSON.stringify(left)}`, { cause: error })
      }
    },
    async tidy() {
      providers.become('up')
      providers.answerAfter(0)
      await endWorkers()
      // A fault that broke may have left it so.
      if (!postgres.isRunning()) await postgres.start()
      await pause(50)
    },
    async stop() {
      await endWorkers()
      await site?.child.end('SIGTERM', 15_000)
      await town.close()
      await Promise.all([redis?.stop(), providers.close()])
      await postgres.stop()
      if (process.env['FAULTS_KEEP']) return say(`kept: ${folder}`)
      for (const path of [folder, postgres.place.data]) rmSync(path, { recursive: true, force: true })
    },
  }
}
