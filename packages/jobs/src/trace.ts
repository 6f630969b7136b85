import { channel } from 'node:diagnostics_channel'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

/** Who keeps figures listens here: `{ job, milliseconds, outcome }`. */
const done = channel('tongheng.job')
const tracer = trace.getTracer('@court/jobs')

/** What stands beside the ids of a payload so that a job goes on in the trace of the request that owed it; nothing when none is kept. */
export function traceToCarry(): { trace?: string } {
  const carrier: Record<string, string> = {}
  propagation.inject(context.active(), carrier)
  return carrier['traceparent'] === undefined ? {} : { trace: carrier['traceparent'] }
}

export function carriedTrace(payload: unknown): { trace?: string } {
  if (typeof payload !== 'object' || payload === null || !('trace' in payload)) return {}
  return typeof payload.trace === 'string' && payload.trace.length < 100 ? { trace: payload.trace } : {}
}

/** Runs a job as a part of the trace its payload carries, and says how long it took. */
export function measuredJob<T>(
  { name, payload, attempt }: { name: string; payload: unknown; attempt: number },
  fn: () => Promise<T>,
): Promise<T> {
  const { trace: traceparent } = carriedTrace(payload)
  const from = traceparent === undefined ? context.active() : propagation.extract(context.active(), { traceparent })
  const options = { kind: SpanKind.CONSUMER, attributes: { job: name, attempt } }
  return tracer.startActiveSpan(`job ${name}`, options, from, (span) => {
    const begun = performance.now()
    const end = (outcome: 'done' | 'failed') => {
      if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
      if (done.hasSubscribers) done.publish({ job: name, outcome, milliseconds: performance.now() - begun })
    }
    return fn().then(
      (value) => {
        end('done')
        return value
      },
      (error: unknown) => {
        end('failed')
        throw error
      },
    )
  })
}
