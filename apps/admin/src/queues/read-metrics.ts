export type Figures = {
  outbox: { owed: number; dispatched: number; dead: number; oldestSeconds: number }
  queues: { queue: string; states: Record<string, number> }[]
}

// The worker's figures, as it gives them to any monitor (Prometheus' text format).
export function readMetrics(text: string): Figures {
  const outbox = { owed: 0, dispatched: 0, dead: 0, oldestSeconds: 0 }
  const queues = new Map<string, Record<string, number>>()
  for (const line of text.split('\n')) {
    const [, name, labels = '', value] = /^(\w+)(?:\{([^}]*)\})?\s+(\S+)$/.exec(line) ?? []
    const label = (key: string) => new RegExp(`(?:^|,)${key}="([^"]*)"`).exec(labels)?.[1] ?? ''
    const figure = Number(value)
    if (name === undefined || Number.isNaN(figure)) continue
    if (name === 'tongheng_outbox_oldest_seconds') outbox.oldestSeconds = figure
    if (name === 'tongheng_outbox_jobs') {
      const state = label('state')
      if (state === 'owed' || state === 'dispatched' || state === 'dead') outbox[state] = figure
    }
    if (name === 'tongheng_queue_jobs') {
      const states = queues.get(label('queue')) ?? {}
      states[label('state')] = figure
      queues.set(label('queue'), states)
    }
  }
  return { outbox, queues: [...queues].map(([queue, states]) => ({ queue, states })) }
}
