import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base'
import { trace } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { startTracingTo } from './tracing.ts'

test('a span leaves without what was searched for, without the words of an error, and without who asked', async () => {
  const exporter = new InMemorySpanExporter()
  const kept: unknown[] = []
  const tracing = await startTracingTo(
    {
      export: (spans, done) => {
        kept.push(...spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })))
        exporter.export(spans, done)
      },
      shutdown: () => exporter.shutdown(),
    },
    { app: 'test', ratio: 1 },
  )
  const span = trace.getTracer('test').startSpan('GET /desk?q=张三丰', {
    attributes: {
      'http.target': '/desk?q=张三丰',
      'http.status_code': 500,
      'http.user_agent': 'Zhang’s phone',
      'client.address': '192.0.2.7',
    },
  })
  span.recordException(new Error('Key (name)=(张三丰) already exists'))
  span.setStatus({ code: 2, message: 'Key (name)=(张三丰) already exists' })
  span.end()
  await tracing.stop()
  const text = JSON.stringify(kept)
  expect(kept).toHaveLength(1)
  expect(text).toContain('"http.target":"/desk"')
  expect(text).toContain('"http.status_code":500')
  expect(text).toContain('"exception.type":"Error"')
  expect(text).not.toMatch(/张三丰|Zhang|192\.0\.2\.7/)
})
