import { held, must, seconds, type Fault } from '../fault.ts'
import { pause, until } from '../ground/child.ts'
import { callProcedure } from '../load/client.ts'
import { startLoad } from '../load/load.ts'

const boundMs = 15_000

export const killedDatabase: Fault = {
  id: 'F6',
  title: 'PostgreSQL is killed under load and comes back',
  async run(ground, history) {
    const { town, postgres } = ground
    const site = await ground.site()
    await ground.worker()
    const drafts = await town.prepareDrafts(30)
    const statuses = new Map(history.filings.statuses)
    const load = startLoad({
      town,
      history,
      originOf: () => site.origin,
      drafts,
      filingsPerSecond: 2,
      readsPerSecond: 6,
    })
    await pause(4000)
    await postgres.kill()
    const killedAt = performance.now()
    const whileAway = await callProcedure({ origin: site.origin, path: 'courts.list' })
    must(
      whileAway.kind === 'failed' && whileAway.status === 503 && whileAway.retryAfter,
      `a request meanwhile got ${JSON.stringify(whileAway)}, not 503 with Retry-After`,
    )
    await postgres.start()
    await until(
      'a read is answered again',
      async () => (await callProcedure({ origin: site.origin, path: 'courts.list' })).kind === 'ok',
    )
    await until('the site is ready again', () =>
      fetch(`${site.origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const recovery = performance.now() - killedAt
    await load.done
    await ground.untilNothingOwed()
    must(recovery <= boundMs, `the site answered again only after ${seconds(recovery)} s`)
    const unexpected = [...history.filings.statuses].filter(
      ([status, count]) => count > (statuses.get(status) ?? 0) && status !== 503 && status !== 0,
    )
    must(unexpected.length === 0, `filings got ${unexpected.map(([status]) => status).join(', ')} instead of 503`)
    return held({ 'recovery s': seconds(recovery), filings: drafts.length })
  },
}
