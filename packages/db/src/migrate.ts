// Applies the migrations that a database lacks: node packages/db/src/migrate.ts, with DATABASE_URL.
// Keeps Prisma's own table, so that `prisma migrate status` and `deploy` agree with it; needs no Prisma and no schema engine.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { sqlStateOf } from './database-errors.ts'

export const migrationsFolder = join(import.meta.dirname, '../prisma/migrations')

export type Migration = { name: string; sql: string; checksum: string }

/** All migrations, in the order of their names. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
}

/**
 * Returns the names of those it applied. Of several at once one does the work, and the others find nothing to do. It waits for a lock of a
 * table for `lockMs` and then steps back, so that the site behind it is not held up: a migration under load is tried again.
 */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tongheng migrate' })
  client.on('error', () => undefined) // the query under way says it
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${prismaLock})`)
    await client.query(createTable)
    const missing = await missingOf(client, migrations)
    for (const migration of missing) await applyPatiently(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function missingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  // We hold the lock: whoever began one of these is gone, and PostgreSQL undid what they had done.
  const cutOff = rows.filter(({ finished_at }) => !finished_at).map(({ migration_name }) => migration_name)
  await client.query(
    `update _prisma_migrations set rolled_back_at = now(), logs = 'the runner ended before the migration did'
     where finished_at is null and rolled_back_at is null and migration_name = any($1)`,
    [cutOff],
  )
  const applied = new Map(rows.filter(({ finished_at }) => finished_at).map((row) => [row.migration_name, row]))
  return migrations.filter(({ name, checksum }) => {
    const row = applied.get(name)
    if (!row) return true
    if (row.checksum !== checksum) throw new Error(`the migration ${name} was changed after it was applied here`)
    return false
  })
}

const lockMs = 2000
const lockTries = 30

async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await apply(client, migration)
    } catch (error) {
      if (tries === lockTries || sqlStateOf(error) !== lockNotAvailable) throw error
      // Those who waited behind us go first.
      await new Promise((resolve) => setTimeout(resolve, 500 * Math.min(tries, 10)))
    }
  }
}

const lockNotAvailable = '55P03'

// One simple query: PostgreSQL runs a file of several statements, and the mark that it is done, in one transaction, whole or not at all.
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(
      `set lock_timeout = ${lockMs};\n${sql}\n;reset role; reset lock_timeout;
       update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = '${id}'`,
    )
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    // Nothing of it stands: the next run may try again. If the server is gone as well, the next run finds the open row.
    await client
      .query('reset role; reset lock_timeout')
      .then(() =>
        client.query('update _prisma_migrations set logs = $2, rolled_back_at = now() where id = $1', [id, message]),
      )
      .catch(() => undefined)
    throw new Error(`the migration ${name} failed: ${message}`, { cause })
  }
}

const prismaLock = 72707369

const createTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
  rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

if (import.meta.main) {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set: the address of the database, with a role that may create roles')
  const applied = await migrate(url)
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
}
