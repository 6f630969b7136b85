import { createHash } from 'node:crypto'
import { migrate, readMigrations } from '@court/db/migrate'
import { withClient, withDatabase } from './addresses.ts'

type Wanted = {
  serverUrl: string
  /** Says what is in it, with a version that rises when the filling changes. */
  content: string
  fill(url: string): Promise<void>
  say(line: string): void
}

/** A migrated database with its content: made once per content of the migrations, and found again on a server that is kept. */
export async function filledDatabase({ serverUrl, content, fill, say }: Wanted): Promise<string> {
  const migrations = readMigrations()
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
  const name = `bench_${content}_${hash.slice(0, 12)}`
  const unfinished = `${name}_unfinished`
  const exists = await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return true
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    return false
  })
  if (exists) return withDatabase(serverUrl, name)
  const start = performance.now()
  const url = withDatabase(serverUrl, unfinished)
  await migrate(url, migrations)
  await fill(url)
  await withClient(serverUrl, (client) => client.query(`alter database ${unfinished} rename to ${name}`))
  say(`made ${name} in ${Math.round((performance.now() - start) / 1000)} s`)
  return withDatabase(serverUrl, name)
}
