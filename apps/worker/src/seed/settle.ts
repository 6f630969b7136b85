import type { OwedJob } from '@court/jobs/queues'
import { relayOwed } from '@court/usecases/outbox/relay-owed'
import { createHandlers } from '../handlers.ts'
import type { World } from './world.ts'

const atOnce = 8

/** Does at once what the past of the demo owes, so that its people are not told of old things when the worker starts. */
export async function settlePast(world: World, { now, siteUrl }: { now: Date; siteUrl: string }): Promise<number> {
  const contextFor = (job: string) => world.as({ kind: 'system', job }, now)
  const handlers = createHandlers({ env: { WEB_ORIGIN: siteUrl }, contextFor, log: { info: () => {} } })
  const run = async ({ outboxId, name, payload }: OwedJob) => {
    // Name and payload are of one job by construction; TypeScript cannot follow the look-up.
    const handle = handlers[name] as (
      payload: unknown,
      run: { jobId: string; outboxId: string; attempt: number },
    ) => Promise<void>
    await handle(payload, { jobId: outboxId, outboxId, attempt: 1 })
  }
  const addOwed = async (owed: readonly OwedJob[]) => {
    const waiting = [...owed]
    const work = async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) await run(job)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }
  let total = 0
  for (let count = -1; count !== 0; total += count) count = await relayOwed(contextFor('relay'), { addOwed })
  return total
}
