import type { ProcessLog } from '@court/adapters/log/process-log'
import { drainBeforeEnd } from '@court/adapters/telemetry/draining'
import { startTelemetry } from '@court/adapters/telemetry/start-telemetry'
import { telemetryOf, type TelemetryEnvironment } from '@court/adapters/telemetry/telemetry-environment'
import type { Database } from '@court/usecases/wire-database'

type Site = { site: 'web' | 'admin'; env: TelemetryEnvironment; log: ProcessLog; db: Database }

/** Once, when the process of a site begins (Next's instrumentation.ts): figures, traces, and an end that no request notices. */
export async function startOperations({ site, env, log, db }: Site): Promise<void> {
  const { metrics } = await startTelemetry({ app: site, ...telemetryOf(env), pools: () => db.pools() })
  if (metrics) log.info({ port: metrics.port }, 'figures are told')
  // Next listens for SIGTERM before it calls us.
  drainBeforeEnd(env.DRAIN_SECONDS * 1000, () => log.info({ seconds: env.DRAIN_SECONDS }, 'not ready any more: ending'))
}
