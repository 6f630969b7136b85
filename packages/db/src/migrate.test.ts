import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { asServer, withDatabase } from '@court/testkit/server'
import { createEmptyDatabase } from '@court/testkit/database'
import { migrate, readMigrations } from './migrate.ts'

const migrations = readMigrations()
const names = migrations.map(({ name }) => name)
const query = <T extends pg.QueryResultRow>(url: string, sql: string) =>
  asServer(url, async (client) => (await client.query<T>(sql)).rows)

test('of several at once one migrates, and the others find nothing to do', async () => {
  const { url } = await createEmptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.sort((left, right) => right.length - left.length)).toEqual([names, [], []])
  expect(await migrate(url)).toEqual([])
})

test('a migration that was edited after it was applied is refused', async () => {
  const { url } = await createEmptyDatabase()
  await migrate(url)
  const [first, ...rest] = migrations
  if (!first) throw new Error('there are no migrations')
  await expect(migrate(url, [{ ...first, checksum: 'f'.repeat(64) }, ...rest])).rejects.toThrow(
    `${first.name} was changed after`,
  )
})

test('a migration that fails leaves nothing, says why, and is tried again', async () => {
  const { url } = await createEmptyDatabase()
  const broken = { name: '1_broken', sql: 'create table half (id int); select 1 / 0;', checksum: 'a' }
  await expect(migrate(url, [broken])).rejects.toThrow('the migration 1_broken failed: division by zero')
  expect(await query(url, `select to_regclass('half') as half`)).toEqual([{ half: null }])
  expect(await migrate(url, [{ ...broken, sql: 'create table half (id int)' }])).toEqual(['1_broken'])
})

test('a migration whose runner was killed half-way leaves nothing, and is applied by the next', async () => {
  const { url } = await createEmptyDatabase()
  const slow = {
    name: '1_slow',
    sql: 'create table begun (id int); select pg_sleep(1); create table ended (id int)',
    checksum: 'a',
  }
  const killed = migrate(url, [slow]).then(
    () => 'applied',
    () => 'cut off',
  )
  const runner = `from pg_stat_activity where datname = current_database() and application_name = 'tongheng migrate'`
  await expect
    .poll(() => query(url, `select 1 ${runner} and query like '%pg_sleep(1)%' and state = 'active'`))
    .toHaveLength(1)
  await query(url, `select pg_terminate_backend(pid) ${runner}`)
  expect(await killed).toBe('cut off')
  expect(await query(url, `select to_regclass('begun') as begun`)).toEqual([{ begun: null }])
  expect(await migrate(url, [slow])).toEqual(['1_slow'])
  expect(await query(url, `select to_regclass('ended')::text as ended`)).toEqual([{ ended: 'ended' }])
})

test('a migration does not hold up those who work on its table: it steps back and tries again', async () => {
  const { url } = await createEmptyDatabase()
  await query(url, 'create table busy (id int)')
  await asServer(url, async (reader) => {
    await reader.query('begin')
    await reader.query('select * from busy')
    const migrated = migrate(url, [{ name: '1_wait', sql: 'alter table busy add column more int', checksum: 'a' }])
    const begun = performance.now()
    await expect.poll(() => query(url, `select 1 from pg_locks where not granted`), { interval: 20 }).toHaveLength(1)
    expect(await query(url, 'select * from busy')).toEqual([])
    expect(performance.now() - begun).toBeLessThan(3000)
    await reader.query('commit')
    expect(await migrated).toEqual(['1_wait'])
  })
})

test('the owner, who is no superuser, can migrate a database of its own; nobody else may then create in it', async () => {
  const { serverUrl, url: other } = await createEmptyDatabase()
  await migrate(other) // the roles exist for the whole server
  const name = new URL(other).pathname.slice(1) + '_owned'
  await query(serverUrl, `create database ${name} owner owner`)
  const asOwner = new URL(withDatabase(serverUrl, name))
  asOwner.searchParams.set('options', '-c role=owner')
  try {
    expect(await migrate(asOwner.href)).toEqual(names)
    const rights = await query(
      asOwner.href,
      `select r as role, has_database_privilege(r, current_database(), 'create') as creates, has_database_privilege(r, current_database(), 'temporary') as temporary
       from unnest('{app_public,app_staff,app_admin,worker}'::text[]) r`,
    )
    expect(rights).toEqual(
      ['app_public', 'app_staff', 'app_admin', 'worker'].map((role) => ({ role, creates: false, temporary: false })),
    )
  } finally {
    await query(serverUrl, `drop database ${name} with (force)`)
  }
})

// Prisma's own command line, offline, by the stand-in of its schema engine.
const prismaCli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const run = promisify(execFile)
const prisma = async (args: string[], environment: Record<string, string>) => {
  const { stdout } = await run(process.execPath, [prismaCli, ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...environment },
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`prisma ${args.join(' ')} failed:\n${error.stdout}\n${error.stderr}`)
  })
  return stdout
}

test("Prisma's command line agrees with the runner, and the schema with the migrations", async () => {
  const [{ url }, { url: shadow }] = [await createEmptyDatabase(), await createEmptyDatabase()]
  const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: shadow }
  expect(await prisma(['validate'], environment)).toContain('valid')
  await migrate(url)
  expect(await prisma(['migrate', 'status'], environment)).toContain('Database schema is up to date')
  expect(await prisma(['migrate', 'deploy'], environment)).toContain('No pending migrations to apply')
  const drift = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema',
    '--exit-code',
  ]
  expect(await prisma(drift, environment)).toContain('No difference detected')
})

test("Prisma's command line applies the migrations by itself", async () => {
  const { url } = await createEmptyDatabase()
  expect(await prisma(['migrate', 'deploy'], { DATABASE_URL: url })).toContain(
    'All migrations have been successfully applied',
  )
  expect(await migrate(url)).toEqual([])
})
