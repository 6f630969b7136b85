import { collectDefaultMetrics, Registry } from 'prom-client'
import { measureHttp } from './http-measures.ts'
import { startMetricsServer, type MetricsServer } from './metrics-server.ts'
import { startTracing, type Tracing } from './tracing.ts'
import { measureWork, type PoolFigures } from './work-measures.ts'

export type TelemetrySettings = {
  app: string
  metrics: { host: string; port: number | undefined; courtsMax: number }
  traces: { endpoint: string | undefined; ratio: number }
  pools(): readonly PoolFigures[]
  /** Figures that only this process has. */
  own?(registry: Registry): void
}

export type Telemetry = { metrics: MetricsServer | null; tracing: Tracing | null; stop(): Promise<void> }

/** Figures for Prometheus where a port for them is named, traces where a collector is; of what is not named nothing runs. */
export async function startTelemetry({ app, metrics, traces, pools, own }: TelemetrySettings): Promise<Telemetry> {
  const tracing = await startTracing({ app, ...traces })
  if (metrics.port === undefined) return { metrics: null, tracing, stop: async () => tracing?.stop() }
  const registry = new Registry()
  registry.setDefaultLabels({ app })
  collectDefaultMetrics({ register: registry })
  const ends = [measureHttp(registry, metrics), measureWork(registry, { pools })]
  own?.(registry)
  const server = await startMetricsServer({ registry, host: metrics.host, port: metrics.port })
  return {
    metrics: server,
    tracing,
    async stop() {
      for (const end of ends) end()
      await Promise.all([server.close(), tracing?.stop()])
    },
  }
}
