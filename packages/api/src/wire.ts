import superjson, { type SuperJSONResult } from 'superjson'

/**
 * Values as they go over the wire: superjson's format, so that its `deserialize` reads them. What nearly all answers are made of (plain
 * objects, lists, dates) is looked through once and not copied, an order of magnitude faster; whatever else occurs is left to superjson
 * itself. That two places hold the same object is not said: both get it.
 */
export const wire = {
  serialize(value: unknown): SuperJSONResult {
    const dates: Record<string, ['Date']> = {}
    if (!(value instanceof Object) || value instanceof Date || !isPlain(value, { path: [], dates }))
      return superjson.serialize(value)
    // JSON writes dates as superjson does.
    const json = value as SuperJSONResult['json']
    for (const _ in dates) return { json, meta: { values: dates, v: 1 } } as SuperJSONResult
    return { json }
  },
  deserialize: (value: SuperJSONResult): unknown => superjson.deserialize(value),
}

type Walk = { path: string[]; dates: Record<string, ['Date']> }

const depthMax = 60

/** Whether JSON alone can say it, but for the dates, whose places are noted. */
function isPlain(value: object, walk: Walk): boolean {
  const { path } = walk
  const made = Object.getPrototypeOf(value) as unknown
  if (made === Date.prototype) {
    walk.dates[path.join('.')] = ['Date']
    return !Number.isNaN((value as Date).getTime())
  }
  const isList = Array.isArray(value)
  if ((!isList && made !== Object.prototype) || path.length > depthMax) return false
  const keys = Object.keys(value)
  if (isList && keys.length !== value.length) return false
  for (const key of keys) {
    if (!isList && !isPlainKey(key)) return false
    const inner = (value as Record<string, unknown>)[key]
    switch (typeof inner) {
      case 'string':
      case 'boolean':
        break
      case 'number':
        if (!Number.isFinite(inner) || Object.is(inner, -0)) return false
        break
      case 'object':
        if (inner === null) break
        path.push(key)
        if (!isPlain(inner, walk)) return false
        path.pop()
        break
      default:
        return false
    }
  }
  return true
}

/** No sign that means something in a path, and none of the names that no reader may set. Answers have few names, over and over. */
function isPlainKey(key: string): boolean {
  if (plainKeys.has(key)) return true
  if (!/^[^.\\]+$/.test(key) || refusedKeys.has(key)) return false
  if (plainKeys.size < plainKeysMax) plainKeys.add(key)
  return true
}

const plainKeys = new Set<string>()
const plainKeysMax = 5_000
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype', 'toJSON'])
