import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'

/**
 * A span as it may leave the house: addresses without what stands after the question mark (a search is a person's name), and errors by
 * their type alone (the message of a database error may quote a row).
 */
export function withoutWords(span: ReadableSpan): ReadableSpan {
  return Object.create(span, {
    name: { value: cut(span.name), enumerable: true },
    attributes: { value: cutAll(span.attributes), enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
    events: {
      value: span.events.map((event) => ({ ...event, attributes: cutAll(event.attributes ?? {}) })),
      enumerable: true,
    },
  }) as ReadableSpan
}

const kept = new Set(['exception.type'])

const cutAll = (attributes: ReadableSpan['attributes']): ReadableSpan['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith('exception.') || kept.has(name))
      .filter(
        ([name]) => !/query|header|cookie|user_agent|client\.address|ip$/.test(name) || name === 'db.query.summary',
      )
      .map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  )

const cut = (text: string): string => text.split('?')[0] ?? ''
