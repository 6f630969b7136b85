import type { Floor, FloorWord, Layer } from './schema/rule.ts'

export type FloorRule = {
  allow: FloorWord
  layers?: Layer[] | undefined
  min?: number | undefined
  max?: number | undefined
}

/** The floor that covers a path: declared for it, or for a part of the rule that contains it. */
export function floorFor(floor: Floor | undefined, inner: readonly string[]): FloorRule | undefined {
  for (let length = inner.length; length > 0; length -= 1) {
    const found = floor?.[inner.slice(0, length).join('.')]
    if (found !== undefined) return typeof found === 'string' ? { allow: found } : found
  }
  return undefined
}

export type FloorBreach = { why: string; fix: string }

/** Does the new value keep to the floor? Says why not, in words a lawyer can use. */
export function floorBreach(options: {
  floor: FloorRule
  layer: Layer
  above: unknown
  value: unknown
}): FloorBreach | undefined {
  const { floor, layer, above, value } = options
  if (floor.layers !== undefined && !floor.layers.includes(layer)) {
    return { why: `only the ${floor.layers.join(' or ')} layer may change it`, fix: 'remove the line' }
  }
  if (typeof value === 'number') {
    if (floor.min !== undefined && value < floor.min)
      return { why: `it may not be below ${floor.min}`, fix: `at least ${floor.min}` }
    if (floor.max !== undefined && value > floor.max)
      return { why: `it may not be above ${floor.max}`, fix: `at most ${floor.max}` }
  }
  switch (floor.allow) {
    case 'open':
      return undefined
    case 'fixed':
      return same(above, value) ? undefined : { why: 'it is fixed', fix: 'remove the line' }
    case 'at-most':
    case 'at-least':
      return boundBreach(floor.allow, above, value)
    case 'only-add':
      return keepsAll(above, value)
        ? undefined
        : { why: 'it may only be added to (only-add)', fix: 'keep everything that is there' }
  }
}

function boundBreach(word: 'at-most' | 'at-least', above: unknown, value: unknown): FloorBreach | undefined {
  if (above === undefined || above === null) return undefined
  if (typeof above !== 'number' || typeof value !== 'number')
    return { why: `${word} compares numbers`, fix: 'give a number' }
  if (word === 'at-most' && value > above) return { why: 'it may only go down (at-most)', fix: `${above} or less` }
  if (word === 'at-least' && value < above) return { why: 'it may only go up (at-least)', fix: `${above} or more` }
  return undefined
}

function keepsAll(above: unknown, value: unknown): boolean {
  if (above === undefined || above === null) return true
  if (Array.isArray(above)) {
    return Array.isArray(value) && above.every((old) => value.some((item) => same(old, item)))
  }
  if (typeof above === 'object') {
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(above).every(([key, old]) => same(old, (value as Record<string, unknown>)[key]))
  }
  return same(above, value)
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false
  return keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
