import { held, must, type Fault } from '../fault.ts'
import type { Ground } from '../ground/ground.ts'
import { percentile } from '../load/history.ts'
import { oweNotices } from './owe-notices.ts'

/** How long each of these took from being owed to being done, in milliseconds. */
async function waits({ town }: Ground, deliveries: readonly string[]): Promise<number[]> {
  const rows = await town.all.client.$queryRaw<{ ms: number }[]>`
    select extract(epoch from done_at - created_at)::float8 * 1000 as ms from outbox
    where kind = 'deliver-notice' and done_at is not null and payload->>'deliveryId' = any(${[...deliveries]}::text[])`
  return rows.map(({ ms }) => ms)
}

export const poisonJobs: Fault = {
  id: 'F21',
  title: 'jobs that no worker can do: unknown, malformed, huge',
  async run(ground, history) {
    const { town } = ground
    const worker = await ground.worker()
    const [court] = town.courts
    const alone = await oweNotices(ground, { count: 60, channel: 'sms' })
    await ground.untilNothingOwed()
    const normal = percentile(await waits(ground, alone), 0.95)
    await town.all.client.$executeRaw`
      insert into outbox (court_id, id, kind, payload)
      select ${court?.id}::uuid, uuidv7(), k.kind, k.payload::jsonb from generate_series(1, 50),
        (values ('no-such-job', '{}'), ('deliver-notice', '{"courtId": 7}'), ('deliver-notice', '[1,2]'),
          ('remind-clock', jsonb_build_object('caseId', repeat('x', 500000))::text)) as k (kind, payload)`
    const beside = await oweNotices(ground, { count: 60, channel: 'sms' })
    await ground.untilNothingOwed()
    const poisoned = percentile(await waits(ground, beside), 0.95)
    history.operations += 320
    const dead = await town.all.client.outbox.count({ where: { deadAt: { not: null } } })
    must(dead === 200, `${dead} of 200 poison jobs are dead letters`)
    must((worker.child.output().match(/job-dead/g) ?? []).length >= 200, 'not every dead letter raised an alarm')
    must(poisoned <= 2 * normal + 1500, `others waited ${Math.round(poisoned)} ms instead of ${Math.round(normal)}`)
    await town.all.client.outbox.deleteMany({ where: { deadAt: { not: null } } })
    return held({ 'dead letters': dead, 'others p95 ms': Math.round(poisoned), 'without p95 ms': Math.round(normal) })
  },
}

export const noisyCourt: Fault = {
  id: 'F22',
  title: 'one court owes fifty times as much as all others',
  async run(ground, history) {
    const { town } = ground
    const [loud, quiet] = town.courts
    ground.providers.answerAfter(20)
    await ground.worker()
    const alone = await oweNotices(ground, { count: 40, channel: 'sms', ...(quiet ? { court: quiet } : {}) })
    await ground.untilNothingOwed()
    const normal = percentile(await waits(ground, alone), 0.95)
    const noise = await oweNotices(ground, { count: 2000, channel: 'sms', ...(loud ? { court: loud } : {}) })
    const beside = await oweNotices(ground, { count: 40, channel: 'sms', ...(quiet ? { court: quiet } : {}) })
    await ground.untilNothingOwed(240_000)
    history.operations += noise.length + 80
    const others = percentile(await waits(ground, beside), 0.95)
    const own = percentile(await waits(ground, noise), 0.95)
    must(
      others <= 1.5 * normal + 2000,
      `the quiet court waited ${Math.round(others)} ms instead of ${Math.round(normal)}; the loud one ${Math.round(own)}`,
    )
    return held({
      'quiet court p95 ms': Math.round(others),
      'alone p95 ms': Math.round(normal),
      'loud court p95 ms': Math.round(own),
    })
  },
}
