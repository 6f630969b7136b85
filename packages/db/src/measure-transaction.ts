import { channel } from 'node:diagnostics_channel'
import { SpanStatusCode, trace } from '@opentelemetry/api'

/** Who keeps figures listens here: `{ role, milliseconds, outcome }`, waiting for a connection included. */
const done = channel('tongheng.db.transaction')
const tracer = trace.getTracer('@court/db')

/** Times and traces a transaction, for whoever listens; without a listener it only runs. */
export function measured<T>({ role, scope }: { role: string; scope: string }, fn: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(`transaction ${scope}`, { attributes: { 'db.system': 'postgresql', role } }, (span) => {
    const begun = performance.now()
    const end = (outcome: 'committed' | 'failed') => {
      if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
      if (done.hasSubscribers) done.publish({ role, outcome, milliseconds: performance.now() - begun })
    }
    return fn().then(
      (value) => {
        end('committed')
        return value
      },
      (error: unknown) => {
        end('failed')
        throw error
      },
    )
  })
}
