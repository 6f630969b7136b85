import { services } from '../server/services.ts'
import { readMetrics, type Figures } from './read-metrics.ts'

// Null when the worker does not answer: nothing is lost then, what is owed stays in the database.
export async function fetchFigures(): Promise<Figures | null> {
  const { env, log } = services()
  try {
    const answer = await fetch(env.WORKER_METRICS_URL, {
      signal: AbortSignal.timeout(3_000),
      cache: 'no-store',
    })
    return answer.ok ? readMetrics(await answer.text()) : null
  } catch (error) {
    log.warn({ error }, 'the worker gave no figures')
    return null
  }
}
