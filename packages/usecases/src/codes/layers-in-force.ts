import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { referencesOf, type Reference } from '@court/procedure/code/schema/reference'
import type { Words } from '../refusal.ts'

/** One layer of a court's code, and what it changes of the layers above. */
export type LayerInForce = {
  packId: string
  version: string
  layer: string
  title: Words
  references: Reference[]
  changes: { rule: string; title: Words; from: unknown; to: unknown; references: Reference[] }[]
}

/** National first. */
export function layersInForce(code: ResolvedCode): LayerInForce[] {
  return code.packs.map((pack) => ({
    packId: pack.id,
    version: pack.version,
    layer: pack.layer,
    title: pack.title,
    references: referencesOf(pack.reference),
    changes: Object.entries(code.changes).flatMap(([rule, changes]) => {
      const at = changes.findIndex((change) => change.pack === pack.id)
      const change = changes[at]
      if (change === undefined) return []
      const from = at === 0 ? code.originals[rule] : changes[at - 1]?.value
      return [{ rule, title: titleOf(code, rule), from, to: change.value, references: referencesOf(change.reference) }]
    }),
  }))
}

function titleOf(code: ResolvedCode, rule: string): Words {
  const [section = '', id = ''] = rule.split('.')
  const rules = (code as unknown as Record<string, Record<string, { title?: Words }> | undefined>)[section]
  return rules?.[id]?.title ?? { zh: rule, en: rule }
}
