import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder } from '@court/db/migrate'
import { held, must, seconds, type Fault } from '../fault.ts'
import { pause, startChild, until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import { callProcedure } from '../load/client.ts'
import { percentile } from '../load/history.ts'
import { startLoad } from '../load/load.ts'

export const exhaustedConnections: Fault = {
  id: 'F7',
  title: 'PostgreSQL has too few connections for everybody',
  async run(ground, history) {
    const { town, postgres } = ground
    const site = await ground.site()
    await postgres.stop()
    await postgres.start({ max_connections: '16', superuser_reserved_connections: '5' })
    const resident = town.residents[0]
    const answers = await Promise.all(
      Array.from({ length: 150 }, async (_, index) => {
        await pause(index * 20)
        history.operations += 1
        return callProcedure({ origin: site.origin, path: 'cases.mine', cookie: resident?.cookie ?? '', input: {} })
      }),
    )
    const served = answers.filter(({ kind }) => kind === 'ok').map(({ milliseconds }) => milliseconds)
    const shed = answers.filter((answer) => answer.kind === 'failed')
    must(served.length > 0, 'nobody was served')
    must(
      shed.every(({ status }) => status === 503),
      `some got ${shed.map(({ status }) => status).join(', ')} instead of 503`,
    )
    const [deadlocks] = await town.all.client.$queryRaw<
      { count: number }[]
    >`select deadlocks::int as count from pg_stat_database where datname = current_database()`
    await postgres.stop()
    await postgres.start()
    await until(
      'the site is served again',
      async () => (await callProcedure({ origin: site.origin, path: 'courts.list' })).kind === 'ok',
    )
    must(deadlocks?.count === 0, `${deadlocks?.count} deadlocks`)
    return held({ served: served.length, shed: shed.length, 'served p99 ms': Math.round(percentile(served, 0.99)) })
  },
}

/** The migrations of the platform and one more, in a folder of its own. */
function folderWith(ground: Ground, name: string, sql: string): string {
  const folder = mkdtempSync(join(ground.folder, 'migrations-'))
  cpSync(migrationsFolder, folder, { recursive: true })
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return folder
}

function startRunner(ground: Ground, folder: string) {
  return startChild({
    args: [join(import.meta.dirname, '../processes/migrate-to.ts'), folder],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATABASE_URL: ground.postgres.urlAs('owner') },
    logFile: join(ground.folder, 'migrate.log'),
  })
}

async function forget(ground: Ground, name: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ground.postgres.url })
  await client.connect()
  await client.query(`${sql}; delete from _prisma_migrations where migration_name = '${name}'`)
  await client.end()
}

export const migrationUnderLoad: Fault = {
  id: 'F8',
  title: 'a migration wants a busy table under load',
  async run(ground, history) {
    const { town, postgres } = ground
    const site = await ground.site()
    const name = '99990101000000_under_load'
    const folder = folderWith(
      ground,
      name,
      'set role owner; alter table court_case add column fault_probe text; reset role;',
    )
    const drafts = await town.prepareDrafts(24)
    const before = {
      failed: history.reads.failed,
      reads: history.reads.milliseconds.length,
      statuses: [...history.filings.statuses.values()].length,
    }
    const load = startLoad({
      town,
      history,
      originOf: () => site.origin,
      drafts,
      filingsPerSecond: 2,
      readsPerSecond: 8,
    })
    // Somebody reads the table for long, such as a report.
    const reader = new pg.Client({ connectionString: postgres.url })
    await reader.connect()
    await reader.query('begin; select count(*) from court_case')
    const runner = startRunner(ground, folder)
    await pause(5000)
    await reader.query('commit')
    await reader.end()
    await until('the migration is applied', () => runner.hasEnded(), { milliseconds: 60_000 })
    must(runner.output().includes(name), `the runner said: ${runner.output().slice(-500)}`)
    await load.done
    await forget(ground, name, 'alter table court_case drop column fault_probe')
    rmSync(folder, { recursive: true })
    const slowest = percentile(history.reads.milliseconds.slice(before.reads), 1)
    const failed = history.reads.failed - before.failed
    must(failed === 0, `${failed} reads failed`)
    must(slowest <= 3500, `a read took ${seconds(slowest)} s`)
    return held({ 'slowest read ms': Math.round(slowest), failed })
  },
}

export const migrationCutOff: Fault = {
  id: 'F19',
  title: 'a migration is killed half-way and run again',
  async run(ground) {
    const name = '99990102000000_half_way'
    const folder = folderWith(
      ground,
      name,
      'set role owner; create table half_begun (id int); select pg_sleep(3); create table half_ended (id int); reset role;',
    )
    const { client } = ground.town.all
    const tables = async () => {
      const [row] = await client.$queryRaw<{ begun: boolean; ended: boolean }[]>`
        select to_regclass('half_begun') is not null as begun, to_regclass('half_ended') is not null as ended`
      return row
    }
    const halfWay = () =>
      client.$queryRaw<{ pid: number }[]>`
        select pid from pg_stat_activity where query like '%pg_sleep(3)%' and state = 'active' and pid <> pg_backend_pid()`
    // The first is killed with its connection, so the server undoes what it had done.
    const first = startRunner(ground, folder)
    await until('it is half-way', async () => (await halfWay()).length > 0)
    await first.end('SIGKILL')
    await client.$queryRaw`select pg_terminate_backend(${(await halfWay())[0]?.pid ?? 0}::int)`
    await until('the server let go of it', async () => (await halfWay()).length === 0)
    must((await tables())?.begun === false, 'half of the migration stands')
    // Of the second only the runner is killed: the server may end what it was asked, the mark included.
    const second = startRunner(ground, folder)
    await until('it is half-way again', async () => (await halfWay()).length > 0)
    await second.end('SIGKILL')
    const third = startRunner(ground, folder)
    await until('the next runner is done', () => third.hasEnded(), { milliseconds: 60_000 })
    const after = await tables()
    must(
      after?.begun === true && after.ended,
      `half of the migration stands: ${JSON.stringify(after)} ${third.output().slice(-300)}`,
    )
    const [marks] = await client.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from _prisma_migrations where migration_name = ${name} and finished_at is not null`
    must(marks?.count === 1, `it is marked as applied ${marks?.count} times`)
    await forget(ground, name, 'drop table half_begun, half_ended')
    rmSync(folder, { recursive: true })
    return held({ resumed: 'yes' })
  },
}
