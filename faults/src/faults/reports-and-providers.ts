import { randomUUID } from 'node:crypto'
import { signGatewayBody } from '@court/adapters/sms/gateway-signature'
import { messageIdOf } from '@court/usecases/notices/deliver-notice'
import { held, must, seconds, type Fault } from '../fault.ts'
import { pause } from '../ground/child.ts'
import { percentile } from '../load/history.ts'
import { startLoad } from '../load/load.ts'
import { startTcpProxy } from '../ground/tcp-proxy.ts'
import { oweNotices } from './owe-notices.ts'

export const repeatedReports: Fault = {
  id: 'F13',
  title: 'reports of delivery come twice, late, in the wrong order, forged',
  async run(ground, history) {
    const { town, providers } = ground
    const ids = await oweNotices(ground, { count: 100, channel: 'sms' })
    const worker = await ground.worker()
    await ground.untilNothingOwed()
    const url = `http://127.0.0.1:${worker.port}/reports/sms`
    const send = async (id: string, state: string, { secret = providers.smsSecret, now = new Date() } = {}) => {
      const body = JSON.stringify({
        eventId: randomUUID(),
        messageId: messageIdOf(id),
        state,
        at: new Date().toISOString(),
      })
      history.operations += 1
      return (
        await fetch(url, {
          method: 'POST',
          body,
          headers: { ...signGatewayBody({ secret, body, nonce: randomUUID(), now }) },
        })
      ).status
    }
    await Promise.all(
      ids.map(async (id, index) => {
        // Every third is delivered and its older failure comes after it; every third fails first and is delivered in the end.
        const order =
          [['delivered', 'delivered', 'failed'], ['failed', 'delivered', 'delivered'], ['delivered']][index % 3] ?? []
        for (const state of order) must((await send(id, state)) === 200, 'a true report was not taken')
        must((await send(id, 'failed', { secret: 'the secret of somebody else' })) === 401, 'a forged report was taken')
        must(
          (await send(id, 'failed', { now: new Date(Date.now() - 400_000) })) === 401,
          'a report of long ago was taken',
        )
      }),
    )
    const states = await town.all.client.delivery.groupBy({ by: ['state'], where: { id: { in: ids } }, _count: true })
    must(
      states.length === 1 && states[0]?.state === 'delivered',
      `after all reports they stand at ${JSON.stringify(states)}`,
    )
    return held({ reports: ids.length * 4 })
  },
}

export const brokenProviders: Fault = {
  id: 'F14',
  title: 'the mail server and the SMS gateway refuse, break, hang, then are down',
  async run(ground, history) {
    await oweNotices(ground, { count: 300, channel: 'both' })
    ground.providers.become('mixed')
    await ground.worker()
    await pause(6000)
    ground.providers.become('slow')
    await pause(6000)
    ground.providers.become('down')
    await pause(12_000)
    ground.providers.become('up')
    const delivered = await ground.untilNothingOwed(120_000)
    history.operations += 300
    return held({ 'delivered after return s': seconds(delivered) })
  },
}

export const slowProvider: Fault = {
  id: 'F17',
  title: 'a gateway needs five seconds for every answer, and the line to the database is half-open',
  async run(ground, history) {
    const { town } = ground
    const proxy = await startTcpProxy(ground.postgres.port)
    const site = await ground.platform.startSite({ databasePort: proxy.port })
    const file = async () => {
      const before = history.reads.milliseconds.length
      const drafts = await town.prepareDrafts(12)
      await startLoad({ town, history, originOf: () => site.origin, drafts, filingsPerSecond: 1.5, readsPerSecond: 8 })
        .done
      return percentile(history.reads.milliseconds.slice(before), 0.95)
    }
    const normal = await file()
    ground.providers.become('slow')
    await oweNotices(ground, { count: 60, channel: 'sms' })
    const worker = await ground.worker()
    const meanwhile = await file()
    ground.providers.become('up')
    await ground.untilNothingOwed()
    await worker.child.end('SIGTERM', 15_000)
    // Half-open: nothing comes through and nobody hangs up. The probe must say so in time, and all must be well once the line is cut and back.
    proxy.become('dead')
    const begun = performance.now()
    const readiness = await fetch(`${site.origin}/readyz`, { signal: AbortSignal.timeout(20_000) })
    const noticed = performance.now() - begun
    proxy.become('open')
    proxy.cut()
    const after = await file()
    await site.child.end('SIGTERM', 15_000)
    await proxy.close()
    must(
      readiness.status === 503 && noticed <= 6000,
      `the probe said ${readiness.status} after ${seconds(noticed)} s on a dead line`,
    )
    must(
      meanwhile <= 1.5 * normal + 150,
      `reads took ${Math.round(meanwhile)} ms beside a slow gateway, ${Math.round(normal)} ms without`,
    )
    return held({
      'reads p95 ms': Math.round(normal),
      'beside a slow gateway': Math.round(meanwhile),
      'dead line noticed s': seconds(noticed),
      'after it': Math.round(after),
    })
  },
}
