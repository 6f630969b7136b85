import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { migrateQueues } from '@court/jobs/connect-queues'
import { testServerUrl, type TestDatabase } from './database.ts'

export type QueueDatabase = {
  /** For the worker: a role that signs in by password, as in the installation, and has nothing but what the worker has. */
  url: string
  /** Loses every job and schedule, as when the tables of the queues are gone. */
  wipe(): Promise<void>
}

/** Gives the database of a test the tables of the queues. */
export async function addQueues(database: Pick<TestDatabase, 'urlAs'>): Promise<QueueDatabase> {
  const owner = new URL(await testServerUrl())
  owner.pathname = new URL(database.urlAs('owner')).pathname
  await migrateQueues({ ownerUrl: owner.href, grantTo: ['worker'] })
  const client = new pg.Client({ connectionString: owner.href })
  await client.connect()
  const login = `queues_${randomBytes(6).toString('hex')}`
  await client.query(`create role ${login} login password '${login}' in role worker`)
  afterAll(async () => {
    await client.query(`drop role ${login}`)
    await client.end()
  })
  const url = new URL(owner)
  url.username = login
  url.password = login
  return {
    url: url.href,
    async wipe() {
      const { rows } = await client.query<{ tables: string }>(
        `select string_agg(format('bullmq.%I', tablename), ', ') tables from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
      )
      await client.query(`truncate ${rows[0]?.tables ?? ''}`)
    },
  }
}
