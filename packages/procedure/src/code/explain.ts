import { floorFor } from './floor.ts'
import type { FloorRule } from './floor.ts'
import type { LayerChange, ResolvedCode } from './resolved-code.ts'
import { findRulePath, pathText, valueAt } from './rule-path.ts'
import { referenceText } from './schema/reference.ts'
import type { Reference } from './schema/reference.ts'
import type { Floor, Layer } from './schema/rule.ts'
import type { Words } from './schema/words.ts'

export type ExplainedLayer = {
  layer: Layer
  pack: string
  packTitle: Words
  value: unknown
  reference?: Reference | Reference[] | undefined
  changed: boolean
}

export type Explanation = {
  ok: true
  rule: string
  title: Words
  value: unknown
  layers: ExplainedLayer[]
  floor: FloorRule | Floor | undefined
  /** Changes deeper inside, when a whole rule is asked for. */
  changes: Record<string, LayerChange[]>
  text: Words
}

type AnyRule = { title: Words; reference?: Reference | Reference[]; floor?: Floor }

/** Which layer gave a value: "7: 民诉法 126; not changed by Zhejiang; not changed by Yinzhou". */
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
  const layers = layersOf(code, { name, key, rule, value })
  return {
    ok: true,
    rule: key,
    title: rule.title,
    value,
    layers,
    floor: path.inner.length > 0 ? floorFor(rule.floor, path.inner) : rule.floor,
    changes: Object.fromEntries(
      Object.entries(code.changes).filter(([one]) => one === key || one.startsWith(`${key}.`)),
    ),
    text: { zh: sentence(rule.title.zh, layers, 'zh'), en: sentence(rule.title.en, layers, 'en') },
  }
}

function layersOf(
  code: ResolvedCode,
  asked: { name: string; key: string; rule: AnyRule; value: unknown },
): ExplainedLayer[] {
  const changes = code.changes[asked.key] ?? []
  const owner = code.packs.findIndex((pack) => pack.id === code.owners[asked.name])
  let value = changes.length > 0 ? firstValue(code, asked) : asked.value
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

/** The value before any layer changed it is kept with the first change. */
function firstValue(code: ResolvedCode, asked: { key: string }): unknown {
  return code.originals[asked.key]
}

function sentence(title: string, layers: readonly ExplainedLayer[], language: 'zh' | 'en'): string {
  const parts = layers.map((layer, index) => {
    const value = typeof layer.value === 'object' ? JSON.stringify(layer.value) : String(layer.value)
    const source = referenceText(layer.reference) || layer.packTitle[language]
    if (index === 0) return `${value}: ${source}`
    if (layer.changed)
      return language === 'zh'
        ? `${layer.packTitle.zh}改为 ${value}（${source}）`
        : `${layer.packTitle.en} sets ${value} (${source})`
    return language === 'zh' ? `${layer.packTitle.zh}未改` : `not changed by ${layer.packTitle.en}`
  })
  return `${title}: ${parts.join(language === 'zh' ? '；' : '; ')}`
}
