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
          title: titleOf(code, rule),
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

/** Electronic service: Judgment; Filing: Materials, note for the filer. */
function titleOf(code: ResolvedCode, rule: string): Words {
  const { owner, inner } = ruleAt(code, rule)
  const form = rule.startsWith('forms.') ? code.forms[rule.split('.')[1] ?? ''] : undefined
  const field = inner[0] === 'fields' ? form?.fields[inner[1] ?? ''] : undefined
  const last = inner.at(-1) ?? ''
  const parts = [field?.label, namesOf(code)(last), aspects[last]].filter((part) => part !== undefined)
  const title = owner?.title ?? { zh: rule, en: rule }
  return parts.length === 0
    ? title
    : {
        zh: `${title.zh}：${parts.map(({ zh }) => zh).join('，')}`,
        en: `${title.en}: ${parts.map(({ en }) => en).join(', ')}`,
      }
}

/** Which side of a rule a value is, where the rule has several. */
const aspects: Readonly<Record<string, Words>> = {
  help: { zh: '填写提示', en: 'note for the filer' },
  needs: { zh: '应当提交的', en: 'must be handed in' },
  required: { zh: '必须填写', en: 'must be answered' },
  prefill: { zh: '预填的内容', en: 'filled in beforehand' },
  default: { zh: '通常', en: 'usual' },
  min: { zh: '最短', en: 'at least' },
  max: { zh: '最长', en: 'at most' },
  sameUnit: { zh: '限于案件所在的庭', en: 'only within the division of the case' },
  maxFileMb: { zh: '单个文件', en: 'one file' },
}

/** Entries, documents and materials are what values of other rules speak of. */
const namesOf =
  (code: ResolvedCode): NameOf =>
  (id) =>
    (code.documents[id] ?? code.entries[id] ?? code.materials[id])?.title
