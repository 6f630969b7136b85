import { floorFor } from './floor.ts'
import type { FloorRule } from './floor.ts'
import type { LayerChange, ResolvedCode } from './resolved-code.ts'
import { findRulePath, pathText, valueAt } from './rule-path.ts'
import { valueWords } from './value-words.ts'
import { referenceText } from './schema/reference.ts'
import type { Reference } from './schema/reference.ts'
import type { Floor, Layer, Transition } from './schema/rule.ts'
import { isPlainDate } from './schema/words.ts'
import type { Words } from './schema/words.ts'

export type ExplainedLayer = {
  layer: Layer
  pack: string
  packTitle: Words
  value: unknown
  reference?: Reference | Reference[] | undefined
  changed: boolean
}

/** One value of a rule, and what each layer did to it. */
export type ExplainedValue = {
  /** Path inside the rule: rule.count; empty for a rule without values. */
  path: string
  value: unknown
  layers: ExplainedLayer[]
  floor: FloorRule | undefined
  text: Words
}

export type Explanation = {
  ok: true
  rule: string
  title: Words
  value: unknown
  layers: ExplainedLayer[]
  floor: FloorRule | Floor | undefined
  /** Since when the rule is in force, until when, and which cases it reaches. */
  inForce: InForce
  /** Changes deeper inside, when a whole rule is asked for. */
  changes: Record<string, LayerChange[]>
  text: Words
  /** Each value inside; the one value, when one was asked for. */
  parts: ExplainedValue[]
}

export type InForce = { from: string; to?: string | undefined; transition: Transition }

type AnyRule = {
  title: Words
  reference?: Reference | Reference[]
  floor?: Floor
  from?: unknown
  to?: unknown
  transition?: Transition
}

/** Which layer gave a value: "7 days: 民诉法 126; not changed by Zhejiang; Yuyao sets 3 days". */
export function explain(
  code: ResolvedCode,
  rulePath: string,
): Explanation | { ok: false; message: string; fix: string } {
  const found = findRulePath(code, rulePath)
  if (!found.ok) return found
  const { path } = found
  const name = `${path.section}.${path.id}`
  const rule = (code[path.section] as unknown as Record<string, AnyRule>)[path.id]
  if (rule === undefined) throw new Error(`${name} was found and is gone`)
  const key = pathText(path)
  const value = valueAt(rule, path.inner)
  if (value === undefined && path.inner.length > 0) {
    return {
      ok: false,
      message: `${name} has no value at ${path.inner.join('.')}`,
      fix: `it has: ${Object.keys(rule).join(', ')}`,
    }
  }
  const isLeaf = path.inner.length > 0 && isPlain(value)
  const inner = isLeaf ? [path.inner] : leavesOf(rule, path.inner, value)
  const parts = (inner.length === 0 ? [path.inner] : inner).map((one) => explainValue(code, name, rule, one))
  return {
    ok: true,
    rule: key,
    title: rule.title,
    value,
    layers: layersOf(code, { name, key, rule, value }),
    floor: path.inner.length > 0 ? floorFor(rule.floor, path.inner) : rule.floor,
    inForce: inForceOf(code, name, rule),
    changes: Object.fromEntries(
      Object.entries(code.changes).filter(([one]) => one === key || one.startsWith(`${key}.`)),
    ),
    text: { zh: parts.map((part) => part.text.zh).join('\n'), en: parts.map((part) => part.text.en).join('\n') },
    parts,
  }
}

/** A rule may have dates of its own; otherwise it has those of its pack. */
function inForceOf(code: ResolvedCode, name: string, rule: AnyRule): InForce {
  const pack = code.packs.find((one) => one.id === code.owners[name])
  if (pack === undefined) throw new Error(`${name} has no pack`)
  const to = isPlainDate(rule.to) ? rule.to : pack.to
  return {
    from: isPlainDate(rule.from) ? rule.from : pack.from,
    ...(to !== undefined && { to }),
    transition: rule.transition ?? pack.transition,
  }
}

function explainValue(code: ResolvedCode, name: string, rule: AnyRule, inner: string[]): ExplainedValue {
  const value = valueAt(rule, inner)
  const key = [name, ...inner].join('.')
  const layers = layersOf(code, { name, key, rule, value })
  const path = inner.join('.')
  const say = (language: 'zh' | 'en') => sentence({ rule, inner, layers, language })
  return { path, value, layers, floor: floorFor(rule.floor, inner), text: { zh: say('zh'), en: say('en') } }
}

/** What a rule says about itself is not a value that layers give. */
const about = new Set(['title', 'reference', 'note', 'floor', 'examples', 'from', 'to', 'transition'])

function leavesOf(rule: AnyRule, above: string[], value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => {
    const inner = [...above, key]
    if ((above.length === 0 && about.has(key)) || key === 'reference') return []
    if (isWords(one) || (key === 'unit' && valueAt(rule, [...above, 'count']) !== undefined)) return []
    return isPlain(one) ? [inner] : leavesOf(rule, inner, one)
  })
}

/** A value that is given as one: a number, a text, a list of such, or a dated list. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value) && value.every((one) => typeof one !== 'object' || (one !== null && 'value' in one))
}

function isWords(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

function layersOf(
  code: ResolvedCode,
  asked: { name: string; key: string; rule: AnyRule; value: unknown },
): ExplainedLayer[] {
  const changes = code.changes[asked.key] ?? []
  const owner = code.packs.findIndex((pack) => pack.id === code.owners[asked.name])
  let value = changes.length > 0 ? code.originals[asked.key] : asked.value
  return code.packs.slice(Math.max(owner, 0)).flatMap((pack, index) => {
    const change = changes.find((one) => one.pack === pack.id)
    if (index > 0 && pack.layer === 'national' && change === undefined) return []
    if (change !== undefined) value = change.value
    const reference = index === 0 ? asked.rule.reference : change?.reference
    return [
      {
        layer: pack.layer,
        pack: pack.id,
        packTitle: pack.title,
        value,
        ...(reference && { reference }),
        changed: change !== undefined,
      },
    ]
  })
}

function sentence(options: {
  rule: AnyRule
  inner: string[]
  layers: readonly ExplainedLayer[]
  language: 'zh' | 'en'
}): string {
  const { rule, inner, layers, language } = options
  const parts = layers.map((layer, index) => {
    const value = valueWords(layer.value, inner, rule)[language]
    const source = referenceText(layer.reference, language) || layer.packTitle[language]
    if (index === 0) return `${value}: ${source}`
    if (layer.changed)
      return language === 'zh'
        ? `${layer.packTitle.zh}改为${value}（${source}）`
        : `${layer.packTitle.en} sets ${value} (${source})`
    return language === 'zh' ? `${layer.packTitle.zh}未改` : `not changed by ${layer.packTitle.en}`
  })
  const label = inner.length > 0 ? `${inner.join('.')} ` : ''
  return `${label}${parts.join(language === 'zh' ? '；' : '; ')}`
}
