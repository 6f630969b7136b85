import type { Pack } from './pack.ts'
import { rulesOf } from './pack.ts'
import { referenceText, type Reference } from './schema/reference.ts'
import type { Words } from './schema/words.ts'

/** The sections of a code whose rules people read by name, in the order in which a case meets them. */
const named = [
  'roles', 'procedures', 'states', 'periods', 'actions', 'entries', 'consents', 'materials', 'documents', 'reasons', 'tasks',
] as const // prettier-ignore

const headings: Record<(typeof named)[number], string> = {
  roles: 'Roles 角色',
  procedures: 'Procedures 程序',
  states: 'States 程序状态',
  periods: 'Periods 期间',
  actions: 'Actions 办理动作',
  entries: 'Docket entries 流水条目',
  consents: 'Consents 同意',
  materials: 'Materials 诉讼材料',
  documents: 'Documents of the court 法院文书',
  reasons: 'Reasons 理由',
  tasks: 'Tasks 待办',
}

type NamedRule = { title: Words; reference?: Reference | Reference[] | undefined }

/** The words of the codes as tables, one line for each thing that has a name; the same file every time. */
export function glossaryOf(packs: readonly Pack[]): string {
  const parts = named.map((section) => {
    const lines = new Map<string, string>()
    for (const pack of packs)
      for (const [id, rule] of rulesOf(pack, section) as [string, NamedRule][]) {
        const cells = [rule.title.zh, rule.title.en, `\`${id}\``, referenceText(rule.reference, 'zh')]
        lines.set(id, `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
      }
    return [
      `### ${headings[section]}`,
      '| 中文 | English | id | where it comes from |',
      '|---|---|---|---|',
      ...lines.values(),
    ].join('\n')
  })
  return parts.join('\n\n')
}

const begin = '<!-- words of the codes: written by packages/procedure/scripts/emit-glossary.ts -->'
const end = '<!-- end of the words of the codes -->'

/** The glossary with the words of the codes as they are now; what people wrote around them stays. */
export function withWordsOfCodes(glossary: string, packs: readonly Pack[]): string {
  const [from, to] = [glossary.indexOf(begin), glossary.indexOf(end)]
  if (from < 0 || to < from)
    throw new Error('the glossary has lost the two marks between which the words of the codes stand')
  return `${glossary.slice(0, from)}${begin}\n${glossaryOf(packs)}\n${glossary.slice(to)}`
}
