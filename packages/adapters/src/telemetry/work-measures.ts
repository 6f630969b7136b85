import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What packages say on these channels; nobody listens unless figures are kept, and then saying costs next to nothing. */
type TransactionDone = { role: string; milliseconds: number; outcome: 'committed' | 'failed' }
type JobDone = { job: string; milliseconds: number; outcome: 'done' | 'failed' }
type Raised = { kind: string }

export type PoolFigures = { role: string; total: number; idle: number; waiting: number }

/** Transactions, connections, jobs and alarms: all labels come from the code, so their number is known. */
export function measureWork(registry: Registry, { pools }: { pools: () => readonly PoolFigures[] }): () => void {
  const registers = [registry]
  const transactions = new Histogram({
    name: 'tongheng_db_transaction_seconds',
    help: 'Time a transaction took, waiting for a connection included.',
    labelNames: ['role', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
    registers,
  })
  new Gauge({
    name: 'tongheng_db_pool_connections',
    help: 'Connections to the database by role: in use, idle, and requests that wait for one.',
    labelNames: ['role', 'state'] as const,
    registers,
    collect() {
      for (const { role, total, idle, waiting } of pools()) {
        this.set({ role, state: 'used' }, total - idle)
        this.set({ role, state: 'idle' }, idle)
        this.set({ role, state: 'waiting' }, waiting)
      }
    },
  })
  const jobs = new Histogram({
    name: 'tongheng_job_seconds',
    help: 'Time one run of a job took.',
    labelNames: ['job', 'outcome'] as const,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
    registers,
  })
  const alarms = new Counter({
    name: 'tongheng_alarms_total',
    help: 'What somebody must look at.',
    labelNames: ['kind'] as const,
    registers,
  })
  const listeners: [string, (message: unknown) => void][] = [
    [
      'tongheng.db.transaction',
      (message) => {
        const { role, outcome, milliseconds } = message as TransactionDone
        transactions.observe({ role, outcome }, milliseconds / 1000)
      },
    ],
    [
      'tongheng.job',
      (message) => {
        const { job, outcome, milliseconds } = message as JobDone
        jobs.observe({ job, outcome }, milliseconds / 1000)
      },
    ],
    ['tongheng.alarm', (message) => alarms.inc({ kind: (message as Raised).kind })],
  ]
  for (const [name, listener] of listeners) subscribe(name, listener)
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener)
  }
}
