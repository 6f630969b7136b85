import { outboxFigures } from '@court/usecases/outbox/outbox-figures'
import type { WorkerServices } from '../services.ts'

/** Prometheus' text format: what is owed, and what waits in the queues. No court, no person, no case. */
export async function metricsText({ contextFor, queues }: WorkerServices): Promise<string> {
  const [figures, counts] = await Promise.all([outboxFigures(contextFor('metrics')), queues.counts()])
  const lines = [
    '# HELP tongheng_outbox_jobs Jobs in the outbox that are not done, by state.',
    '# TYPE tongheng_outbox_jobs gauge',
    `tongheng_outbox_jobs{state="owed"} ${figures.owed}`,
    `tongheng_outbox_jobs{state="dispatched"} ${figures.dispatched}`,
    `tongheng_outbox_jobs{state="dead"} ${figures.dead}`,
    '# HELP tongheng_outbox_oldest_seconds Age of the oldest job that is owed.',
    '# TYPE tongheng_outbox_oldest_seconds gauge',
    `tongheng_outbox_oldest_seconds ${Math.max(0, figures.oldestOwedSeconds ?? 0)}`,
    '# HELP tongheng_queue_jobs Jobs in a queue, by state.',
    '# TYPE tongheng_queue_jobs gauge',
    ...Object.entries(counts).flatMap(([queue, states]) =>
      Object.entries(states).map(([state, count]) => `tongheng_queue_jobs{queue="${queue}",state="${state}"} ${count}`),
    ),
  ]
  return `${lines.join('\n')}\n`
}
