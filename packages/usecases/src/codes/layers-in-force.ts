import { isDeepStrictEqual } from 'node:util'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { referencesOf, type Reference } from '@court/procedure/code/schema/reference'
import { valueWords, type NameOf } from '@court/procedure/code/value-words'
import type { Words } from '../refusal.ts'

/** One layer of a court's code, and what it changes of the layers above; what it only says again is no change. */
export type LayerInForce = {
  packId: string
  version: string
  layer: string
  title: Words
  references: Reference[]
  changes: LayerChange[]
}

/** `title` names the rule and, where a rule has a value for each of several things, which one. `fromWords` and `toWords` say the values as a lawyer would: 7 days, 108645.00 yuan from 2022-01-11. */
export type LayerChange = {
  rule: string
  title: Words
  from: unknown
  to: unknown
  fromWords: Words
  toWords: Words
  references: Reference[]
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
      if (isDeepStrictEqual(from, change.value)) return []
      const { owner, inner } = ruleAt(code, rule)
      const nameOf = namesOf(code)
      return [
        {
          rule,
          title: titleOf(owner?.title ?? { zh: rule, en: rule }, nameOf(inner.at(-1) ?? '')),
          from,
          to: change.value,
          fromWords: valueWords(from, inner, owner, nameOf),
          toWords: valueWords(change.value, inner, owner, nameOf),
          references: referencesOf(change.reference),
        },
      ]
    }),
  }))
}

function ruleAt(code: ResolvedCode, path: string): { owner: { title?: Words } | undefined; inner: string[] } {
  const [section = '', id = '', ...inner] = path.split('.')
  const rules = (code as unknown as Record<string, Record<string, { title?: Words }> | undefined>)[section]
  return { owner: rules?.[id], inner }
}

const titleOf = (rule: Words, thing: Words | undefined): Words =>
  thing ? { zh: `${rule.zh}：${thing.zh}`, en: `${rule.en}: ${thing.en}` } : rule

/** Entries and documents are what values of other rules speak of. */
const namesOf =
  (code: ResolvedCode): NameOf =>
  (id) =>
    (code.documents[id] ?? code.entries[id])?.title
