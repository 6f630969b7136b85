import { Gauge, type Registry } from 'prom-client'
import { outboxFigures, type OutboxFigures } from '@court/usecases/outbox/outbox-figures'
import type { WorkerServices } from '../services.ts'
import { readiness } from './readiness.ts'

/**
 * What only the worker knows: what is owed, what waits in the queues, and whether it reaches them. No court, no person, no case. While
 * something is away its figures are missing, and the rest is told all the same.
 */
export function workerFigures(services: WorkerServices): (registry: Registry) => void {
  const { contextFor, queues } = services
  return (registry) => {
    const registers = [registry]
    new Gauge({
      name: 'tongheng_dependency_up',
      help: '1 while the worker reaches it.',
      labelNames: ['dependency'] as const,
      registers,
      async collect() {
        const { checks } = (await readiness(services)).body
        for (const [dependency, check] of Object.entries(checks)) this.set({ dependency }, check === 'ok' ? 1 : 0)
      },
    })
    const figures = async (): Promise<OutboxFigures | null> => outboxFigures(contextFor('metrics')).catch(() => null)
    let latest = figures()
    new Gauge({
      name: 'tongheng_outbox_jobs',
      help: 'Jobs in the outbox that are not done, by state.',
      labelNames: ['state'] as const,
      registers,
      async collect() {
        latest = figures()
        const known = await latest
        this.reset()
        if (!known) return
        for (const state of ['owed', 'dispatched', 'dead'] as const) this.set({ state }, known[state])
      },
    })
    new Gauge({
      name: 'tongheng_outbox_oldest_seconds',
      help: 'Age of the oldest job that is owed.',
      registers,
      async collect() {
        this.set(Math.max(0, (await latest)?.oldestOwedSeconds ?? 0))
      },
    })
    new Gauge({
      name: 'tongheng_queue_jobs',
      help: 'Jobs in a queue, by state.',
      labelNames: ['queue', 'state'] as const,
      registers,
      async collect() {
        const counts = await queues.counts().catch(() => null)
        this.reset()
        for (const [queue, states] of Object.entries(counts ?? {}))
          for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count)
      },
    })
  }
}
