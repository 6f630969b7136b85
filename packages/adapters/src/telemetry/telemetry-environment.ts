import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** The variables of figures, traces and ending, for the `env.ts` of each process. None set: no figures and no traces. */
export const telemetryVariables = {
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_COURTS_MAX: z.coerce.number().int().min(0).max(5000).default(50),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  DRAIN_SECONDS: z.coerce.number().min(0).max(60).default(5),
}

export type TelemetryEnvironment = z.output<z.ZodObject<typeof telemetryVariables>>

export const telemetryOf = (env: TelemetryEnvironment) => ({
  metrics: { host: env.METRICS_HOST, port: env.METRICS_PORT, courtsMax: env.METRICS_COURTS_MAX },
  traces: { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.OTEL_TRACES_SAMPLER_ARG },
})
