import { createFairShare } from '@court/usecases/outbox/fair-share'
import type { QueueWork } from '@court/jobs/work-queues'
import { rebuildOwed, recheckOwed, relayBatchMax, relayOwed, sweepDone } from '@court/usecases/outbox/relay-owed'
import type { WorkerServices } from './services.ts'

const idleMs = 250
const brokenMsMax = 10_000
/** So much that the jobs of this process would only slow the handing on down. */
const manyOwed = 5000
const lookForWipeEveryMs = 5_000
const recheckEveryMs = 30_000
const sweepEveryMs = 600_000

/**
 * Carries what is owed from the outbox to the queue, for ever. While there is more it does not pause; when database or queue are away it
 * waits longer each time. A queue that is new or was wiped gets everything that is not done, again, before this process takes jobs of it.
 */
export function startRelay(
  { contextFor, queues, log }: WorkerServices,
  work: Pick<QueueWork, 'pause' | 'resume'>,
): { stop(): Promise<void> } {
  const ctx = contextFor('relay')
  const share = createFairShare()
  let [isStopping, isPaused] = [false, false]
  const resume = () => {
    if (isPaused) work.resume()
    isPaused = false
  }
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  let [lookForWipeAt, recheckAt] = [0, 0]
  let sweepAt = Date.now() + sweepEveryMs
  async function look(): Promise<number> {
    if (Date.now() >= lookForWipeAt) {
      lookForWipeAt = Date.now() + lookForWipeEveryMs
      if (await queues.ensureSchedules()) {
        const count = await rebuildOwed(ctx)
        log.info({ count }, 'the queue is new: what is owed is handed on again')
        if (count > manyOwed && !isPaused) {
          isPaused = true
          await work.pause()
        }
      }
    }
    if (Date.now() >= recheckAt) {
      recheckAt = Date.now() + recheckEveryMs
      const { again } = await recheckOwed(ctx, queues, { olderThanSeconds: 60 })
      if (again > 0) log.warn({ again }, 'the queue had forgotten jobs: they are owed again')
    }
    if (Date.now() >= sweepAt) {
      sweepAt = Date.now() + sweepEveryMs
      await sweepDone(ctx)
    }
    const count = await relayOwed(ctx, queues, share)
    if (count < relayBatchMax) resume()
    return count
  }

  async function run() {
    let brokenMs = idleMs
    while (!isStopping) {
      try {
        const count = await look()
        brokenMs = idleMs
        if (count === 0) await pause(idleMs)
      } catch (error) {
        brokenMs = Math.min(brokenMs * 2, brokenMsMax)
        resume()
        log.warn({ error, waitMs: brokenMs }, 'the relay could not reach database or queue and tries again')
        await pause(brokenMs)
      }
    }
  }
  const running = run()
  return {
    async stop() {
      isStopping = true
      wake()
      await running
    },
  }
}
