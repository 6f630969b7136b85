import type { Queue } from 'bullmq'
import { connectQueues } from './connect-queues.ts'
import type { QueueConnection, QueueServer } from './connect-queues.ts'
import { jobs, queueNames, scheduledJobNames } from './jobs.ts'
import type { JobPayload, OwedJobName, QueueName } from './jobs.ts'
import { attemptsMax } from './retry.ts'

/** A job that an outbox row owes. Those with a `rank` wait behind all without one. */
export type OwedJob = {
  [N in OwedJobName]: { outboxId: string; name: N; payload: JobPayload<N>; trace?: string; rank?: number }
}[OwedJobName]

export type QueueCounts = Record<QueueName, { waiting: number; active: number; delayed: number; failed: number }>

export type Queues = {
  connection: QueueConnection
  /** For the board of the administrators. Nobody but the relay adds to them. */
  all: readonly Queue[]
  /** Adds what is not there yet: a job of the same outbox row that waits, runs or failed for good stays as it is. */
  addOwed(owed: readonly OwedJob[]): Promise<void>
  /** `gone`: the queue has forgotten it, or never had it. */
  stateOf(owed: { outboxId: string; name: OwedJobName }): Promise<'owed' | 'done' | 'dead' | 'gone'>
  /** Sets the jobs that come round by themselves; true when one was missing, which means that the queue is new or was wiped. */
  ensureSchedules(): Promise<boolean>
  counts(): Promise<QueueCounts>
  /** Close before the database. */
  close(): Promise<void>
}

/** Job ids may neither hold a colon nor be all digits. */
export const jobIdOf = (outboxId: string) => `ob-${outboxId}`
export const outboxIdOf = (jobId: string | undefined) => (jobId?.startsWith('ob-') ? jobId.slice(3) : null)

const keepDone = { age: 3600, count: 2000 }
const jobOptions = {
  attempts: attemptsMax,
  backoff: { type: 'custom' },
  removeOnComplete: keepDone,
  removeOnFail: false,
  stackTraceLimit: 5,
}

export function openQueues(server: QueueServer, onError: (error: Error) => void): Queues {
  const connection = connectQueues(server, onError)
  const queues = Object.fromEntries(queueNames.map((name) => [name, connection.openQueue(name, {})])) as Record<
    QueueName,
    Queue
  >
  for (const queue of Object.values(queues)) queue.on('error', onError)

  return {
    connection,
    all: Object.values(queues),

    async addOwed(owed) {
      for (const name of queueNames) {
        const batch = owed.filter((job) => jobs[job.name].queue === name)
        if (batch.length === 0) continue
        await queues[name].addBulk(
          batch.map((job) => ({
            name: job.name,
            data: job.trace === undefined ? job.payload : { ...job.payload, trace: job.trace },
            opts: { ...jobOptions, jobId: jobIdOf(job.outboxId), ...(job.rank ? { priority: job.rank } : {}) },
          })),
        )
      }
    },

    async stateOf({ outboxId, name }) {
      const state = await queues[jobs[name].queue].getJobState(jobIdOf(outboxId))
      switch (state) {
        case 'completed':
          return 'done'
        case 'failed':
          return 'dead'
        case 'unknown':
          return 'gone'
        default:
          return 'owed'
      }
    },

    async ensureSchedules() {
      let wasMissing = false
      for (const name of scheduledJobNames) {
        const queue = queues[jobs[name].queue]
        const every = (jobs[name].everySeconds ?? 0) * 1000
        const known = await queue.getJobScheduler(name)
        if (known?.every === every) continue
        wasMissing ||= !known
        const opts = { attempts: 3, backoff: { type: 'custom' }, removeOnComplete: 20, removeOnFail: 100 }
        await queue.upsertJobScheduler(name, { every }, { name, data: {}, opts })
      }
      return wasMissing
    },

    async counts() {
      const entries = queueNames.map(async (name) => {
        const {
          waiting = 0,
          active = 0,
          delayed = 0,
          failed = 0,
          prioritized = 0,
        } = await queues[name].getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed')
        return [name, { waiting: waiting + prioritized, active, delayed, failed }] as const
      })
      return Object.fromEntries(await Promise.all(entries)) as QueueCounts
    },

    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.close()))
      await connection.close()
    },
  }
}
