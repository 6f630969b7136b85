import { createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq'
import type { PostgresConnectionOptions, Processor, QueueOptions, WorkerOptions } from 'bullmq'
import { Client, escapeIdentifier, Pool } from 'pg'
import { queueNames } from './jobs.ts'

/** Where the queues live. Postgres by default; Redis 7+ for large installations. `prefix` keeps several systems apart in one Redis. */
export type QueueServer = { kind: 'postgres'; url: string } | { kind: 'redis'; url: string; prefix?: string }

export type QueueConnection = {
  openQueue(name: string, options: Omit<QueueOptions, 'connection'>): Queue
  openWorker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker
  close(): Promise<void>
}

export const queueSchema = 'bullmq'

/** A worker holds one connection to listen on; the rest are shared by everything else in the process. */
const sharedConnections = 6

export function connectQueues(server: QueueServer, onError: (error: Error) => void): QueueConnection {
  return server.kind === 'postgres' ? connectPostgres(server.url, onError) : connectRedis(server.url, server.prefix)
}

/** One pool per process: with a pool per queue, six queues took 74 of 100 connections. */
function connectPostgres(url: string, onError: (error: Error) => void): QueueConnection {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${queueSchema}`,
    application_name: 'queues',
    keepAlive: true,
    max: queueNames.length + sharedConnections,
  })
  pool.setMaxListeners(50)
  pool.on('error', onError)
  // BullMQ describes the pool by a type of its own, which pg's declarations miss in details that are not used.
  const connection = pool as unknown as PostgresConnectionOptions
  return {
    openQueue: (name, options) =>
      new Queue(name, { ...options, connection }, createPostgresBackend) as unknown as Queue,
    openWorker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection }, createPostgresBackend) as unknown as Worker,
    close: () => pool.end(),
  }
}

/** Producers fail at once when Redis is away (the outbox keeps what is owed); workers wait for it. */
function connectRedis(url: string, prefix = 'tongheng'): QueueConnection {
  const producer = { url, enableOfflineQueue: false, maxRetriesPerRequest: null, connectTimeout: 3000 }
  const worker = { url, maxRetriesPerRequest: null, connectTimeout: 3000 }
  return {
    openQueue: (name, options) => new Queue(name, { ...options, prefix, connection: producer }, createRedisBackend),
    openWorker: (name, processor, options) =>
      new Worker(name, processor, { ...options, prefix, connection: worker }, createRedisBackend),
    close: () => Promise.resolve(),
  }
}

/**
 * Creates or upgrades the tables of the queues as the owner of the database, and lets the named roles use them. Run once per release,
 * with the other migrations; repeating it changes nothing.
 */
export async function migrateQueues(input: { ownerUrl: string; grantTo: readonly string[] }): Promise<void> {
  const client = new Client({ connectionString: input.ownerUrl })
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
    // BullMQ makes one sequence per queue at its first job, which only an owner may: so they are made here.
    for (const name of queueNames) {
      const { rows } = await client.query<{ sequence: string }>(
        `select ${queueSchema}.job_id_seq_name($1) as sequence`,
        [name],
      )
      await client.query(`create sequence if not exists ${queueSchema}.${escapeIdentifier(rows[0]?.sequence ?? '')}`)
    }
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    const database = escapeIdentifier(rows[0]?.name ?? '')
    for (const role of input.grantTo.map(escapeIdentifier)) {
      // Its functions collect a batch in a temporary table.
      await client.query(`grant temporary on database ${database} to ${role}`)
      await client.query(`
        grant usage on schema ${queueSchema} to ${role};
        grant select, insert, update, delete on all tables in schema ${queueSchema} to ${role};
        grant usage, select on all sequences in schema ${queueSchema} to ${role};
        grant execute on all functions in schema ${queueSchema} to ${role};`)
    }
  } finally {
    await client.end()
  }
}
