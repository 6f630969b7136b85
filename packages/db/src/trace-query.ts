import { context, SpanKind, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('@court/db')

/** A span around one statement, if what it belongs to is traced. It says the kind of statement and the table, no value. */
export function traced(statement: unknown, run: () => unknown): () => unknown {
  const parent = trace.getActiveSpan()
  if (!parent?.isRecording()) return run
  const at = context.active()
  return () => {
    const name = summaryOf(textOf(statement))
    const span = tracer.startSpan(
      name,
      { kind: SpanKind.CLIENT, attributes: { 'db.system': 'postgresql', 'db.query.summary': name } },
      at,
    )
    const answer = run()
    Promise.resolve(answer).then(
      () => span.end(),
      () => span.end(),
    )
    return answer
  }
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement
  return typeof statement === 'object' && statement !== null && 'text' in statement ? String(statement.text) : ''
}

/** `insert audit_entry`: the verb and the first table that is named. */
export function summaryOf(text: string): string {
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'query'
  const table = /\b(?:from|into|update|join)\s+(?:"?public"?\.)?"?(\w+)"?/i.exec(text)?.[1]
  return table === undefined ? verb : `${verb} ${table}`
}
