import { must, held, seconds, type Fault } from '../fault.ts'
import { until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import { oweNotices } from './owe-notices.ts'

const boundMs = 15_000
const notices = 80

type Point = { name: string; isThere(ground: Ground): Promise<boolean> | boolean }

/** Where a worker may die: each is waited for, then the process is gone between two instructions. */
const points: Point[] = [
  {
    name: 'before the effect',
    isThere: ({ town, providers }) =>
      providers.underWay() === 0 &&
      isTrue(town.all.client.$queryRaw`
      select exists (select 1 from outbox where dispatched_at is not null and done_at is null) as "isSo"`),
  },
  {
    name: 'inside a transaction',
    isThere: ({ town }) =>
      isTrue(town.all.client.$queryRaw`
      select exists (select 1 from pg_stat_activity where usename = 'worker' and application_name = 'tongheng'
        and xact_start is not null and pid <> pg_backend_pid()) as "isSo"`),
  },
  { name: 'in the call of the provider', isThere: ({ providers }) => providers.underWay() > 3 },
  {
    name: 'after the effect, before the job is done',
    isThere: ({ town }) =>
      isTrue(town.all.client.$queryRaw`
      select exists (select 1 from delivery d join outbox o on o.payload->>'deliveryId' = d.id::text
        where d.state = 'sent' and o.done_at is null and d.updated_at > now() - interval '1 second') as "isSo"`),
  },
]

const isTrue = async (query: Promise<unknown>) => ((await query) as { isSo: boolean }[])[0]?.isSo === true

export const killedWorker: Fault = {
  id: 'F1',
  title: 'a worker is killed in the middle of a job, at four points',
  async run(ground, history) {
    const recoveries: number[] = []
    for (const [index, point] of points.entries()) {
      ground.providers.answerAfter(index === 0 ? 40 : 120)
      await oweNotices(ground, { count: notices, channel: 'both' })
      const doomed = await ground.worker()
      await until(`the worker is ${point.name}`, () => point.isThere(ground), { every: 2 })
      await doomed.child.end('SIGKILL')
      const killedAt = performance.now()
      const left = await ground.town.all.client.outbox.count({ where: { doneAt: null } })
      must(left > 0, `the worker had done everything before it was killed ${point.name}`)
      const next = await ground.worker()
      await ground.untilNothingOwed()
      recoveries.push(performance.now() - killedAt)
      history.operations += notices
      await next.child.end('SIGTERM')
    }
    const worst = Math.max(...recoveries)
    must(worst <= boundMs, `all was done again only ${seconds(worst)} s after the kill`)
    return held({ 'recovery s': seconds(worst), points: points.length })
  },
}
