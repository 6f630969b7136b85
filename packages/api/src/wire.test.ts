import fc from 'fast-check'
import superjson, { type SuperJSONResult } from 'superjson'
import { expect, test } from 'vitest'
import { wire } from './wire.ts'

const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(wire.serialize(value))) as SuperJSONResult

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: false,
  key: fc.oneof(fc.string(), fc.constantFrom('a.b', 'a\\b', '')),
})

test('what is sent is what superjson would send, but for the note that two places hold one object', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const { json, meta: { referentialEqualities: _, ...meta } = {} } = superjson.serialize(value)
      const sent = overTheWire(value)
      const { meta: { referentialEqualities: __, ...sentMeta } = {} } = sent
      expect({ json: sent.json, meta: 'values' in sentMeta ? sentMeta : {} }).toEqual({
        json: JSON.parse(JSON.stringify(json)) as unknown,
        meta: 'values' in meta ? meta : {},
      })
    }),
  )
})

test.each<[string, unknown]>([
  ['a page', { rows: [{ at: new Date(0), amountFen: 9007199254740993n, note: null }], next: undefined }],
  ['one date', new Date(1)],
  ['nothing', undefined],
  ['odd numbers', { a: NaN, b: -0, c: Infinity }],
  ['a set, a map', { a: new Set([1]), b: new Map([['x', new Date(2)]]) }],
  ['keys with signs', { 'a.b': new Date(3), 'c\\d': 4n }],
])('%s arrives as it was', (_title, value) => {
  expect(superjson.deserialize(overTheWire(value))).toEqual(value)
})

test('one object in two places arrives in both', () => {
  const words = { zh: '立案', en: 'Filing', at: new Date(4) }
  expect(superjson.deserialize(overTheWire([words, words]))).toEqual([words, words])
})

test('a value that holds itself is left to superjson', () => {
  const circle: { self?: unknown } = {}
  circle.self = circle
  expect(() => wire.serialize(circle)).not.toThrow()
})
