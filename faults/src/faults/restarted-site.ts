import { held, must, seconds, type Fault } from '../fault.ts'
import { pause, until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import type { Site } from '../ground/platform.ts'
import { startTcpProxy, type TcpProxy } from '../ground/tcp-proxy.ts'
import type { History } from '../load/history.ts'
import { keepReceipt, startLoad, submitOnce } from '../load/load.ts'

/** A balancer as installations have it: it asks `/readyz` and puts new connections through to a site that says yes. */
async function startBalancer(sites: Site[]): Promise<{ proxy: TcpProxy; stop(): Promise<void> }> {
  const [first] = sites
  if (!first) throw new Error('there is no site')
  const proxy = await startTcpProxy(...sites.map(({ port }) => port))
  let [isStopping, turn] = [false, 0]
  const look = async () => {
    while (!isStopping) {
      const answers = await Promise.all(
        sites.map((site) =>
          fetch(`${site.origin}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      )
      const ready = sites.filter((_, index) => answers[index])
      turn += 1
      const order = ready.map((_, index) => ready[(index + turn) % ready.length]?.port ?? 0)
      if (order.length > 0) proxy.pointAt(...order)
      await pause(150)
    }
  }
  const looking = look()
  return {
    proxy,
    async stop() {
      isStopping = true
      await looking
      await proxy.close()
    },
  }
}

async function underLoad(ground: Ground, history: History, sites: Site[], meanwhile: () => Promise<void>) {
  const drafts = await ground.town.prepareDrafts(20)
  const balancer = await startBalancer(sites)
  const before = { failed: history.reads.failed, statuses: sum(history.filings.statuses), ok: history.reads.ok }
  const origin = `http://127.0.0.1:${balancer.proxy.port}`
  const load = startLoad({
    town: ground.town,
    history,
    originOf: () => origin,
    drafts,
    filingsPerSecond: 1.5,
    readsPerSecond: 5,
  })
  await pause(2000)
  await meanwhile()
  await load.done
  await balancer.stop()
  return {
    failed: history.reads.failed - before.failed + sum(history.filings.statuses) - before.statuses,
    answered: history.reads.ok - before.ok + drafts.length,
  }
}

const sum = (counts: Map<number, number>) => [...counts.values()].reduce((total, one) => total + one, 0)

export const killedSite: Fault = {
  id: 'F2',
  title: 'one of two sites is killed under load',
  async run(ground, history) {
    const survivor = await ground.site()
    const doomed = await ground.platform.startSite()
    const { failed, answered } = await underLoad(ground, history, [doomed, survivor], async () => {
      await doomed.child.end('SIGKILL')
    })
    // Whoever was talking to it must ask again; the balancer needs a moment to see it.
    must(failed <= 0.1 * answered, `${failed} of ${answered + failed} requests failed`)
    return held({ failed, answered })
  },
}

export const rollingRestart: Fault = {
  id: 'F23',
  title: 'a site is told to end under load while another takes over (F18: the same with the next release)',
  async run(ground, history) {
    const old = await ground.platform.startSite({ env: { DRAIN_SECONDS: '3' } })
    const next = await ground.site()
    let ended = { code: null as number | null, milliseconds: 0 }
    const { failed, answered } = await underLoad(ground, history, [old, next], async () => {
      ended = await old.child.end('SIGTERM', 25_000)
    })
    must(failed === 0, `${failed} of ${answered + failed} requests failed while a site ended`)
    must(ended.milliseconds <= 20_000, `the site needed ${seconds(ended.milliseconds)} s to end`)
    const worker = await ground.worker()
    const stopped = await worker.child.end('SIGTERM', 25_000)
    must(
      stopped.code === 0 && stopped.milliseconds <= 20_000,
      `the worker ended with ${stopped.code} after ${seconds(stopped.milliseconds)} s`,
    )
    return held({
      failed,
      answered,
      'site ended s': seconds(ended.milliseconds),
      'worker ended s': seconds(stopped.milliseconds),
    })
  },
}

export const doubleSubmit: Fault = {
  id: 'F12',
  title: 'fifty hand in the same draft at once',
  async run(ground, history) {
    const site = await ground.site()
    const [draft] = await ground.town.prepareDrafts(1)
    if (!draft) throw new Error('no draft')
    const numbers = new Set<string>()
    let answered = 0
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (let tries = 0; tries < 20; tries += 1) {
          const answer = await submitOnce(site.origin, draft)
          history.operations += 1
          if (answer.kind === 'failed') {
            await pause(300 + Math.random() * 500)
            continue
          }
          must(answer.kind === 'ok', `one of the fifty was refused: ${JSON.stringify(answer)}`)
          if (answer.kind !== 'ok') return
          answered += 1
          keepReceipt(history, draft, answer.value)
          numbers.add((answer.value as { receipt: { number: string } }).receipt.number)
          return
        }
      }),
    )
    must(answered === 50, `only ${answered} of fifty got an answer`)
    must(numbers.size === 1, `fifty times one draft gave ${numbers.size} receipts`)
    await until(
      'one case stands',
      async () =>
        (await ground.town.all.client.draft.count({ where: { id: draft.draftId, submittedCaseId: { not: null } } })) ===
        1,
    )
    return held({ answered, receipts: numbers.size })
  },
}
