import { openQueues } from '@court/jobs/queues'
import { relayOwed } from '@court/usecases/outbox/relay-owed'
import { held, must, seconds, type Fault } from '../fault.ts'
import { pause, until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import { percentile } from '../load/history.ts'
import { startLoad } from '../load/load.ts'
import { oweNotices, oweSmallJobs } from './owe-notices.ts'

const bulk = Number(process.env['FAULTS_BULK'] ?? 100_000)
const noticesInBulk = Math.round(bulk / 50)

const isOpen = { doneAt: null, deadAt: null }

/** Hands all that is owed to the queue, as a relay does, before any worker is there; how long it took. */
async function handOnEverything({ town }: Ground, url: string): Promise<number> {
  const begun = performance.now()
  const queues = openQueues({ kind: 'redis', url }, () => undefined)
  await until('Redis takes jobs', () =>
    queues.counts().then(
      () => true,
      () => false,
    ),
  )
  const ctx = town.as({ kind: 'system', job: 'relay' })
  while ((await relayOwed({ ...ctx, now: () => new Date() }, queues)) > 0);
  await queues.close()
  return performance.now() - begun
}

export const lostRedis: Fault = {
  id: 'F3',
  title: `Redis is killed with ${bulk} jobs in it and comes back empty`,
  async run(ground, history) {
    const redis = await ground.redis()
    await oweNotices(ground, { count: noticesInBulk, channel: 'sms' })
    await oweSmallJobs(ground, bulk - noticesInBulk)
    const handedOn = await handOnEverything(ground, redis.url)
    await ground.worker({ env: { REDIS_URL: redis.url } })
    const left = await ground.town.all.client.outbox.count({ where: isOpen })
    await redis.kill()
    const handedOnBefore = new Date()
    await redis.start()
    const startedAt = performance.now()
    // Rebuilt: each job that was open was handed to the queue anew, or is done.
    await until(
      'the queue is rebuilt',
      async () =>
        (await ground.town.all.client.outbox.count({
          where: { ...isOpen, OR: [{ dispatchedAt: null }, { dispatchedAt: { lt: handedOnBefore } }] },
        })) === 0,
      { milliseconds: 180_000, every: 100 },
    )
    const rebuilt = performance.now() - startedAt
    const drained = await ground.untilNothingOwed(900_000)
    history.operations += bulk
    must(rebuilt <= 15_000 * Math.max(1, left / 100_000), `${left} jobs were rebuilt only after ${seconds(rebuilt)} s`)
    return held({
      'rebuilt s': seconds(rebuilt),
      'jobs rebuilt': left,
      'first handed on s': seconds(handedOn),
      'all done after s': seconds(drained),
    })
  },
}

export const flushedQueue: Fault = {
  id: 'F4',
  title: 'the queue is wiped while it works, in Redis and in PostgreSQL',
  async run(ground, history) {
    const redis = await ground.redis()
    const measured: Record<string, number> = {}
    for (const where of ['Redis', 'PostgreSQL'] as const) {
      ground.providers.answerAfter(40)
      await oweNotices(ground, { count: 600, channel: 'both' })
      const worker = await ground.worker({ env: where === 'Redis' ? { REDIS_URL: redis.url } : {} })
      await until('a part is done', async () => (await ground.town.all.client.outbox.count({ where: isOpen })) < 560)
      const wipedAt = new Date()
      if (where === 'Redis') await redis.client.flushall()
      else await wipeTables(ground)
      const begun = performance.now()
      await until(
        'the loss is noticed',
        async () =>
          (await ground.town.all.client.outbox.count({ where: { ...isOpen, dispatchedAt: { gt: wipedAt } } })) > 0,
        { every: 20 },
      )
      const noticed = performance.now() - begun
      await ground.untilNothingOwed()
      history.operations += 600
      must(noticed <= 10_000, `${where} was wiped, which was noticed only after ${seconds(noticed)} s`)
      measured[`${where} noticed s`] = seconds(noticed)
      await worker.child.end('SIGTERM', 15_000)
    }
    return held(measured)
  },
}

async function wipeTables({ town }: Ground): Promise<void> {
  const [row] = await town.all.client.$queryRaw<{ tables: string }[]>`
    select string_agg(format('bullmq.%I', tablename), ', ') as tables from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`
  await town.all.client.$executeRawUnsafe(`truncate ${row?.tables ?? ''}`)
}

export const absentRedis: Fault = {
  id: 'F5',
  title: 'Redis is away for 15 s: filings go on, the worker waits',
  async run(ground, history) {
    const { town } = ground
    const [redis, site] = [await ground.redis(), await ground.site()]
    const worker = await ground.worker({ env: { REDIS_URL: redis.url } })
    const file = async (count: number) => {
      const before = history.filings.milliseconds.length
      const drafts = await town.prepareDrafts(count)
      await startLoad({ town, history, originOf: () => site.origin, drafts, filingsPerSecond: 2, readsPerSecond: 4 })
        .done
      const times = history.filings.milliseconds.slice(before)
      must(times.length === count, `${times.length} of ${count} filings were answered`)
      return percentile(times, 0.95)
    }
    const normal = await file(20)
    await redis.kill()
    const begun = performance.now()
    const without = await file(20)
    const readiness = await fetch(`http://127.0.0.1:${worker.port}/readyz`)
    must(
      readiness.status === 200 && ((await readiness.json()) as { status: string }).status === 'degraded',
      'the worker does not say that it is degraded',
    )
    await pause(Math.max(0, 15_000 - (performance.now() - begun)))
    await redis.start()
    const caughtUp = await ground.untilNothingOwed()
    must(
      without <= 2 * normal + 250,
      `a filing took ${Math.round(without)} ms without Redis and ${Math.round(normal)} ms with it`,
    )
    return held({
      'filing p95 ms with': Math.round(normal),
      'filing p95 ms without': Math.round(without),
      'caught up s': seconds(caughtUp),
    })
  },
}
