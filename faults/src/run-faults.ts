import { Broken, skipped, type Fault, type Measured } from './fault.ts'
import type { Ground } from './ground/ground.ts'
import { newHistory, type History } from './load/history.ts'
import { startLoad } from './load/load.ts'

export type Result = {
  id: string
  title: string
  seconds: number
  result: 'held' | 'broken' | 'skipped'
  measured: Measured
  says: string
}

/** One after the other on the same ground, so that what one leaves behind meets the next. After `until` none is begun. */
export async function runFaults(
  faults: readonly Fault[],
  ground: Ground,
  until: number,
): Promise<{ results: Result[]; history: History }> {
  const history = newHistory()
  const results: Result[] = []
  for (const fault of faults) {
    const begun = performance.now()
    ground.say(`${fault.id}: ${fault.title}`)
    const result: Result = { id: fault.id, title: fault.title, seconds: 0, result: 'held', measured: {}, says: '' }
    try {
      const outcome = Date.now() > until ? skipped('there was no time left') : await fault.run(ground, history)
      if (outcome.kind === 'held') result.measured = outcome.measured
      else Object.assign(result, { result: 'skipped', says: outcome.why })
    } catch (error) {
      result.result = 'broken'
      result.says =
        error instanceof Broken ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)
    }
    await ground.tidy()
    result.seconds = Math.round((performance.now() - begun) / 1000)
    ground.say(`  ${result.result} after ${result.seconds} s ${JSON.stringify(result.measured)} ${result.says}`)
    results.push(result)
  }
  await settleUnknown(ground, history)
  return { results, history }
}

/** Whoever went away without an answer comes back the next day: one receipt, whether the first attempt stood or not. */
async function settleUnknown(ground: Ground, history: History): Promise<void> {
  // What faults of sites alone left owed is done as well.
  const worker = await ground.worker()
  const drafts = history.unknown.splice(0)
  if (drafts.length > 0) {
    const { origin } = await ground.site()
    const load = { town: ground.town, history, originOf: () => origin, drafts, filingsPerSecond: 3, readsPerSecond: 0 }
    await startLoad(load).done
  }
  await ground.untilNothingOwed()
  await worker.child.end('SIGTERM', 15_000)
}
