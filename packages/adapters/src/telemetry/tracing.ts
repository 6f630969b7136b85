import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base'
import { withoutWords } from './span-privacy.ts'

export type Tracing = { stop(): Promise<void> }

type Settings = {
  app: string
  /** Base address of an OTLP collector (HTTP); without it nothing is loaded and nothing is traced. */
  endpoint: string | undefined
  /** Part of the requests that are traced, 0…1; a trace begun elsewhere is followed as its beginning decided. */
  ratio?: number
}

/** Makes spans of this process leave for the collector: pages, use cases' transactions, SQL, and jobs under the request that owed them. */
export async function startTracing({ app, endpoint, ratio = 1 }: Settings): Promise<Tracing | null> {
  if (!endpoint) return null
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  return startTracingTo(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }), { app, ratio })
}

/** The same with any exporter. */
export async function startTracingTo(
  exporter: SpanExporter,
  { app, ratio }: { app: string; ratio: number },
): Promise<Tracing> {
  const [api, sdk, { AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ])
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `tongheng-${app}`, 'service.namespace': 'tongheng' }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor(privately(exporter), { scheduledDelayMillis: 2000 })],
  })
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  api.propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  api.trace.setGlobalTracerProvider(provider)
  return {
    async stop() {
      await provider.shutdown()
      api.trace.disable()
      api.context.disable()
      api.propagation.disable()
    },
  }
}

function privately(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(
        spans.map((span): ReadableSpan => withoutWords(span)),
        done,
      ),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  }
}
