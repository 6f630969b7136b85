import { expect, test } from 'vitest'
import { readMetrics } from './read-metrics.ts'

test('the figures of the worker are read from its text', () => {
  const text = [
    '# HELP tongheng_outbox_jobs Jobs in the outbox that are not done, by state.',
    '# TYPE tongheng_outbox_jobs gauge',
    'tongheng_outbox_jobs{state="owed"} 4',
    'tongheng_outbox_jobs{state="dead"} 1',
    'tongheng_outbox_oldest_seconds 61.5',
    'tongheng_queue_jobs{queue="notices",state="waiting"} 2',
    'tongheng_queue_jobs{queue="notices",state="failed"} 3',
    'tongheng_queue_jobs{queue="clocks",state="waiting"} 0',
    '',
  ].join('\n')
  expect(readMetrics(text)).toEqual({
    outbox: { owed: 4, dispatched: 0, dead: 1, oldestSeconds: 61.5 },
    queues: [
      { queue: 'notices', states: { waiting: 2, failed: 3 } },
      { queue: 'clocks', states: { waiting: 0 } },
    ],
  })
})

test('what is no figure is passed over', () => {
  expect(readMetrics('<html>not found</html>')).toEqual({
    outbox: { owed: 0, dispatched: 0, dead: 0, oldestSeconds: 0 },
    queues: [],
  })
})
