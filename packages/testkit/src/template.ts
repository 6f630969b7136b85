import { createHash } from 'node:crypto'
import { migrate, readMigrations } from '@court/db/migrate'
import { asServer, withDatabase } from './server.ts'

let known: Promise<string> | null = null

/** The migrated database that tests are cloned from: one per content of the migrations, made by whoever comes first. */
export function ensureTemplate(serverUrl: string): Promise<string> {
  known ??= makeTemplate(serverUrl)
  return known
}

function makeTemplate(serverUrl: string): Promise<string> {
  const migrations = readMigrations()
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
  const name = `template_${hash.slice(0, 16)}`
  return asServer(serverUrl, async (client) => {
    // Test files run in several processes: the lock is on the server, and ends with this connection.
    await client.query('select pg_advisory_lock(727073690)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return name
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    await migrate(withDatabase(serverUrl, unfinished), migrations)
    await client.query(`alter database ${unfinished} rename to ${name}`)
    return name
  })
}
