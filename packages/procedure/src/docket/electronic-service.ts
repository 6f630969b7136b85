import type { ResolvedCode } from '../code/resolved-code.ts'
import { referencesOf } from '../code/schema/reference.ts'
import type { Reference } from '../code/schema/reference.ts'
import { happenedTo } from './case-state.ts'
import type { CaseState } from './case-state.ts'
import { refusal } from './refusal.ts'
import type { EngineRefusal } from './refusal.ts'

export type ElectronicService = { ok: true; ruleId: string; references: Reference[] } | EngineRefusal

/** May this document be served on this party electronically? A switch per document, and the facts recorded before. */
export function mayServeElectronically(options: {
  code: ResolvedCode
  state: CaseState
  document: string
  partyId: string
}): ElectronicService {
  const { code, state, document, partyId } = options
  const found = Object.entries(code.service).find(([, rule]) => rule.electronic[document] !== undefined)
  const title = code.documents[document]?.title ?? { zh: document, en: document }
  if (found === undefined || found[1].electronic[document] !== true) {
    return refusal(
      `${found?.[0] ?? 'service'}.electronic.${document}`,
      {
        zh: `按本院规程，“${title.zh}”不能电子送达。`,
        en: `Under the code of this court “${title.en}” is not served electronically.`,
      },
      { document },
    )
  }
  const [ruleId, rule] = found
  const happened = happenedTo(state, partyId)
  const missing = rule.requires.filter((type) => !happened.includes(type))
  if (missing.length === 0) return { ok: true, ruleId, references: referencesOf(rule.reference) }
  const titles = missing.map((type) => code.entries[type]?.title ?? { zh: type, en: type })
  return refusal(
    `${ruleId}.requires`,
    {
      zh: `电子送达前，卷宗流水须有：${titles.map((one) => one.zh).join('、')}。`,
      en: `Before electronic service the docket must show: ${titles.map((one) => one.en.toLowerCase()).join(', ')}.`,
    },
    { document, partyId, missing },
  )
}
