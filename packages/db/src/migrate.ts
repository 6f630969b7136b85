// Applies the migrations that a database lacks: node packages/db/src/migrate.ts, with DATABASE_URL.
// Keeps Prisma's own table, so that `prisma migrate status` and `deploy` agree with it; needs no Prisma and no schema engine.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

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

/** Returns the names of those it applied. Of several at once one does the work, and the others find nothing to do. */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tongheng migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${prismaLock})`)
    await client.query(createTable)
    const missing = await missingOf(client, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function missingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  return migrations.filter(({ name, checksum }) => {
    const row = applied.get(name)
    if (!row) return true
    if (!row.finished_at)
      throw new Error(`the migration ${name} began and did not end; see its row in _prisma_migrations`)
    if (row.checksum !== checksum) throw new Error(`the migration ${name} was changed after it was applied here`)
    return false
  })
}

// One simple query: PostgreSQL runs a file of several statements in one transaction, whole or not at all.
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    await client.query('reset role')
    // Nothing of it stands: the next run may try again.
    await client.query('update _prisma_migrations set logs = $2, rolled_back_at = now() where id = $1', [id, message])
    throw new Error(`the migration ${name} failed: ${message}`, { cause })
  }
  await client.query('update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1', [id])
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
