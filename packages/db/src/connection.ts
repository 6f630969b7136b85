import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { traced } from './trace-query.ts'

export type PoolCounts = { total: number; idle: number; waiting: number }
export type Connection = { client: PrismaClient; counts(): PoolCounts; close(): Promise<void> }

/** The pool of one role. For Citus the address carries `?options=-c citus.propagate_set_commands=local`. */
export function connect(url: string, poolMax: number): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax,
    application_name: 'tongheng',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // No statement, and no transaction that was forgotten, may hold a connection for ever.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A server that goes away ends idle connections; the next query opens a new one, or says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', oneAfterTheOther)
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    client,
    counts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

/**
 * A transaction has one connection, and a use case may ask for several things of it at once: they go one after the other. pg would queue
 * them too, but warns that it will stop doing so.
 */
function oneAfterTheOther(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  let last: Promise<unknown> = Promise.resolve()
  const queued = (...args: unknown[]): unknown => {
    if (typeof args.at(-1) === 'function') return query(...args)
    const run = traced(args[0], () => query(...args))
    const result = last.then(run)
    last = result.catch(() => undefined)
    return result
  }
  client.query = queued as typeof client.query
}
