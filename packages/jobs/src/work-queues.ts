import { UnrecoverableError } from 'bullmq'
import type { Job, Worker } from 'bullmq'
import { parseJob, queueNames } from './jobs.ts'
import type { JobName, JobPayload, QueueName } from './jobs.ts'
import { outboxIdOf } from './queues.ts'
import type { Queues } from './queues.ts'
import { retryDelayMs, UnrepeatableJobError } from './retry.ts'
import { measuredJob } from './trace.ts'

/** `attempt` counts from 1. `outboxId` is null for jobs that come round by themselves. */
export type JobRun = { jobId: string; outboxId: string | null; attempt: number }

/** One handler per job; a missing one does not compile. A handler parses nothing, calls one use case, and may run twice. */
export type Handlers = { [N in JobName]: (payload: JobPayload<N>, run: JobRun) => Promise<void> }

export type DeadJob = { name: string; jobId: string; outboxId: string | null; detail: string }

export type WorkOptions = {
  handlers: Handlers
  concurrency: Record<QueueName, number>
  /** The job failed for good, or for more often than is reasonable. */
  onDead(dead: DeadJob): void
  onFailedAttempt(failed: DeadJob & { attempt: number }): void
  /** A run that ended well; `payload` holds ids only. */
  onDone?(done: JobRun & { name: string; payload: object; milliseconds: number }): void
  onError(error: Error): void
}

/** A killed worker's jobs are taken up by another after 5 s without a sign of life, looked for every 3 s: within 15 s at the latest. */
const recovery = { lockDuration: 5000, stalledInterval: 3000, maxStalledCount: 20 }

export type QueueWork = {
  /** Takes no new job; those that run go on. */
  pause(): Promise<void>
  resume(): void
  close(timeoutMs: number): Promise<'drained' | 'cut'>
}

export function workQueues(queues: Queues, options: WorkOptions): QueueWork {
  const workers = queueNames.map((name) => startWorker(queues, name, options))
  return {
    async pause() {
      await Promise.all(workers.map((worker) => worker.pause(true)))
    },
    resume() {
      for (const worker of workers) void worker.resume()
    },
    async close(timeoutMs) {
      let timer: NodeJS.Timeout | undefined
      const cut = new Promise<'cut'>((resolve) => (timer = setTimeout(() => resolve('cut'), timeoutMs)))
      const drained = Promise.all(workers.map((worker) => worker.close())).then(() => 'drained' as const)
      const result = await Promise.race([drained, cut])
      clearTimeout(timer)
      return result
    },
  }
}

function startWorker(
  queues: Queues,
  name: QueueName,
  { handlers, concurrency, onDead, onFailedAttempt, onDone, onError }: WorkOptions,
): Worker {
  const worker = queues.connection.openWorker(name, (job) => runJob(job, handlers, onDone), {
    ...recovery,
    concurrency: concurrency[name],
    runRetryDelay: 2000,
    settings: { backoffStrategy: (attemptsMade) => retryDelayMs(attemptsMade, Math.random()) },
  })
  worker.on('error', onError)
  worker.on('failed', (job, error) => {
    if (!job) return
    const failed = {
      name: job.name,
      jobId: job.id ?? '',
      outboxId: outboxIdOf(job.id),
      detail: error.message.slice(0, 300),
    }
    const isDead = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1)
    if (isDead) onDead(failed)
    else onFailedAttempt({ ...failed, attempt: job.attemptsMade })
  })
  return worker
}

async function runJob(job: Job, handlers: Handlers, onDone: WorkOptions['onDone']): Promise<void> {
  const begun = performance.now()
  try {
    const parsed = parse(job)
    const run = { jobId: job.id ?? '', outboxId: outboxIdOf(job.id), attempt: job.attemptsMade + 1 }
    // The handler and the payload are of one name by construction; TypeScript cannot follow the look-up.
    const handle = handlers[parsed.name] as (payload: unknown, run: JobRun) => Promise<void>
    await measuredJob({ name: parsed.name, payload: job.data, attempt: run.attempt }, () => handle(parsed.payload, run))
    onDone?.({
      ...run,
      name: parsed.name,
      payload: parsed.payload,
      milliseconds: Math.round(performance.now() - begun),
    })
  } catch (error) {
    if (error instanceof UnrepeatableJobError) throw new UnrecoverableError(error.message)
    throw error
  }
}

function parse(job: Job) {
  try {
    return parseJob(job.name, job.data)
  } catch (error) {
    throw new UnrepeatableJobError(error instanceof Error ? error.message : 'the payload does not parse')
  }
}
