import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { CaseState } from './case-state.ts'
import type { EngineRefusal } from './refusal.ts'

export type ElectronicService = { ok: true; ruleId: string; references: Reference[] } | EngineRefusal

/** May this document be served on this party electronically? A switch per document, and the facts recorded before. */
export function mayServeElectronically(options: {
  code: ResolvedCode
  state: CaseState
  document: string
  partyId: string
}): ElectronicService {
  throw new Error(`not yet: ${options.document}`)
}
