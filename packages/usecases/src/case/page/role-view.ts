import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Words } from '../../refusal.ts'
import type { RoleView } from './case-page-types.ts'

/** A role with its title; `court` and `parties` stand for themselves. */
export function roleView(code: ResolvedCode, role: string): RoleView {
  return { role, title: code.roles[role]?.title ?? collective[role] ?? { zh: role, en: role } }
}

export const titleOfEntry = (code: ResolvedCode, type: string): Words => code.entries[type]?.title ?? same(type)
export const titleOfState = (code: ResolvedCode, state: string): Words => code.states[state]?.title ?? same(state)
export const same = (text: string): Words => ({ zh: text, en: text })

const collective: Record<string, Words> = {
  court: { zh: '人民法院', en: 'The court' },
  parties: { zh: '各方当事人', en: 'All parties' },
}
