import { AsyncLocalStorage } from 'node:async_hooks'
import { connect, type Connection, type PoolCounts } from './connection.ts'
import { isWorthRepeating } from './database-errors.ts'
import { measured } from './measure-transaction.ts'
import type { Answers, Questions } from './question.ts'
import { scopeOf, type Where } from './scope.ts'
import type { Prisma } from './generated/client.ts'

/** A transaction with its scope set: the only way to a row. */
export type Tx = Prisma.TransactionClient

/** Who is at work, as far as the database must know: it decides the role, and with it what can be read and written at all. */
export type DatabaseActor =
  | { kind: 'anonymous' }
  | { kind: 'person'; personId: string }
  /** Without `staffId`: somebody at the staff's door, before the account is known. */
  | { kind: 'staff'; staffId?: string }
  | { kind: 'system' }

export type Database = {
  /** One transaction on what belongs to no court; of the courts' tables only what owes nothing to a court (`owe.ts`). */
  withNation<T>(actor: DatabaseActor, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction in one court. `fn` calls nothing outside of the database: it may run twice when two transactions collide. */
  withCourt<T>(scope: { courtId: string; actor: DatabaseActor }, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction of the worker over all courts: relay, sweeps, reports of delivery. Everything else is invisible to it. */
  acrossCourts<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  /** Several questions in one round trip and one transaction, on what belongs to no court. None can use another's answer. */
  askNation<Q extends Questions>(actor: DatabaseActor, questions: Q): Promise<Answers<Q>>
  /** The same in one court. */
  askCourt<Q extends Questions>(scope: { courtId: string; actor: DatabaseActor }, questions: Q): Promise<Answers<Q>>
  /** How its pools stand, for the figures of the process. */
  pools(): ({ role: string } & PoolCounts)[]
  close(): Promise<void>
}

/** One address per role (see the migration `rights`). A process leaves out those it has no business with: using them throws. */
export type DatabaseUrls = { public?: string; staff?: string; worker?: string }

/**
 * `poolMax`: connections of each role; an idle role holds none. `waitMs`: how long a transaction waits for one; a site keeps it short, so
 * that under too much load it says so at once instead of letting everybody wait.
 */
export function createDatabase({
  urls,
  poolMax = 10,
  waitMs = 10_000,
}: {
  urls: DatabaseUrls
  poolMax?: number
  waitMs?: number
}): Database {
  const limits = { maxWait: waitMs, timeout: transactionMsMax }
  const connections = new Map<keyof DatabaseUrls, Connection>()

  function connectionFor(role: keyof DatabaseUrls): Connection {
    const url = urls[role]
    if (!url) throw new Error(`this process has no database address for ${role}`)
    const connection = connections.get(role) ?? connect(url, poolMax, waitMs)
    connections.set(role, connection)
    return connection
  }

  function refuseWithinTransaction(): void {
    if (openTransaction.getStore()?.isOpen)
      throw new Error('a transaction is open already: hand its tx on instead of opening another')
  }

  async function ask<Q extends Questions>(where: Where, questions: Q): Promise<Answers<Q>> {
    const scope = scopeOf(where)
    refuseWithinTransaction()
    return measured({ role: scope.role, scope: where.kind }, () => connectionFor(scope.role).ask(scope.sql, questions))
  }

  async function run<T>(where: Where, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = scopeOf(where)
    refuseWithinTransaction()
    const { client } = connectionFor(scope.role)
    const state = { isOpen: true }
    const once = () =>
      client.$transaction(async (tx) => {
        await tx.$executeRawUnsafe(scope.sql)
        return openTransaction.run(state, () => fn(tx))
      }, limits)
    try {
      return await measured({ role: scope.role, scope: where.kind }, () =>
        once().catch((error: unknown) => {
          if (isWorthRepeating(error)) return once()
          throw error
        }),
      )
    } finally {
      state.isOpen = false
    }
  }

  return {
    withNation: (actor, fn) => run({ kind: 'nation', actor }, fn),
    withCourt: ({ courtId, actor }, fn) => run({ kind: 'court', courtId, actor }, fn),
    acrossCourts: (fn) => run({ kind: 'across' }, fn),
    askNation: (actor, questions) => ask({ kind: 'nation', actor }, questions),
    askCourt: ({ courtId, actor }, questions) => ask({ kind: 'court', courtId, actor }, questions),
    pools: () => [...connections].map(([role, connection]) => ({ role, ...connection.counts() })),
    close: async () => {
      await Promise.all([...connections.values()].map((connection) => connection.close()))
      connections.clear()
    },
  }
}

// Two transactions of one request would hold two connections and wait for each other under load.
const openTransaction = new AsyncLocalStorage<{ isOpen: boolean }>()

const transactionMsMax = 30_000
