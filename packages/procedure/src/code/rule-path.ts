import { sectionNames } from './schema/pack.ts'
import type { SectionName, Sections } from './schema/pack.ts'

export type RulePath = { section: SectionName; id: string; inner: string[] }

export type FoundPath = { ok: true; path: RulePath } | { ok: false; message: string; fix: string }

/** "periods.filing-decision.rule.count", or without the section where the id is unique. */
export function findRulePath(sections: Sections, text: string): FoundPath {
  const parts = text.split('.')
  const [first = '', second, ...rest] = parts
  if (isSectionName(first) && second !== undefined && Object.hasOwn(sections[first], second)) {
    return { ok: true, path: { section: first, id: second, inner: rest } }
  }
  const named = sectionNames.filter((name) => Object.hasOwn(sections[name], first))
  const holding = named.filter((name) => valueAt(sections[name], parts) !== undefined)
  const homes = holding.length === 1 ? holding : named
  const [home] = homes
  if (home === undefined) {
    const known = Object.values(sections).flatMap((rules) => Object.keys(rules))
    return { ok: false, message: `there is no rule "${first}"`, fix: nearest(first, known) }
  }
  if (homes.length > 1) {
    const names = homes.map((name) => `${name}.${text}`)
    return { ok: false, message: `"${first}" is a rule of ${homes.join(' and ')}`, fix: `write ${names.join(' or ')}` }
  }
  return { ok: true, path: { section: home, id: first, inner: parts.slice(1) } }
}

export function pathText(path: RulePath): string {
  return [path.section, path.id, ...path.inner].join('.')
}

export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value: unknown = root
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** A copy of the rule with another value at the path. */
export function withValueAt(root: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (Array.isArray(root)) {
    const copy: unknown[] = [...(root as unknown[])]
    copy[Number(key)] = withValueAt(copy[Number(key)], rest, value)
    return copy
  }
  const record = typeof root === 'object' && root !== null ? (root as Record<string, unknown>) : {}
  return { ...record, [key]: withValueAt(record[key], rest, value) }
}

/** "did you mean …" for a word that is not known. */
export function nearest(word: string, known: readonly string[]): string {
  let best = ''
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of new Set(known)) {
    const distance = editDistance(word, candidate)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best === '' ? '' : `did you mean ${best}?`
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function isSectionName(name: string): name is SectionName {
  return (sectionNames as string[]).includes(name)
}
