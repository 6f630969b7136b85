import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { statementOf, type Answers, type Questions } from './question.ts'
import { traced } from './trace-query.ts'

export type PoolCounts = { total: number; idle: number; waiting: number }
export type Connection = {
  client: PrismaClient
  /** One transaction in one message: the scope, every question, the end. */
  ask<Q extends Questions>(scopeSql: string, questions: Q): Promise<Answers<Q>>
  counts(): PoolCounts
  close(): Promise<void>
}

/** The pool of one role. For Citus the address carries `?options=-c citus.propagate_set_commands=local`. */
export function connect(url: string, poolMax: number, waitMs = 10_000): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax,
    application_name: 'tongheng',
    connectionTimeoutMillis: waitMs,
    idleTimeoutMillis: 30_000,
    // No statement, and no transaction that was forgotten, may hold a connection for ever.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // What is asked of one connection at once is sent at once: round trips are what a transaction takes.
    pipeline: true,
  })
  // A server that goes away ends idle connections; the next query opens a new one, or says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', traceQueries)
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    client,
    ask: (scopeSql, questions) => askAtOnce(pool, scopeSql, questions),
    counts: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

async function askAtOnce<Q extends Questions>(pool: pg.Pool, scopeSql: string, questions: Q): Promise<Answers<Q>> {
  const client = await pool.connect()
  const asked = Object.entries(questions)
  const sent = [
    client.query(`begin; ${scopeSql}`),
    ...asked.map(([, one]) => client.query(statementOf(one))),
    client.query('commit'),
  ]
  // The connection is free when the last of them was answered, also when one failed.
  const settled = await Promise.allSettled(sent)
  const failed = settled.find((one) => one.status === 'rejected')
  // It may hold a plan that no longer fits, or half a transaction: the next one begins anew.
  client.release(failed !== undefined)
  if (failed) throw failed.reason
  const rows = settled.slice(1, -1).map((one) => (one.status === 'fulfilled' ? (one.value as pg.QueryResult).rows : []))
  return Object.fromEntries(asked.map(([name], index) => [name, rows[index]])) as Answers<Q>
}

function traceQueries(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const tracing = (...args: unknown[]): unknown =>
    typeof args.at(-1) === 'function' ? query(...args) : traced(args[0], () => query(...args))()
  client.query = tracing as typeof client.query
}
