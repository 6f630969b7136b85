import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Right } from '../code/schema/rights.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import type { Entry } from './entry.ts'

export type PersonalField = Right['fields'][number]

/** The entries an actor may read. What no right grants is hidden; an agent reads what the party it acts for reads. */
export function visibleTo(entries: readonly Entry[], code: ResolvedCode, actor: Acting): Entry[] {
  throw new Error(`not yet: ${entries.length} ${code.hash} ${actor.ref.id}`)
}

/** May the actor read a material of this kind? `subject` is the party that handed it in. */
export function mayReadMaterial(
  material: { type: string; subject?: string | undefined },
  state: CaseState,
  code: ResolvedCode,
  actor: Acting,
): boolean {
  throw new Error(`not yet: ${material.type} ${state.state} ${code.hash} ${actor.ref.id}`)
}

/** Data of other parties that the actor reads unmasked. One's own data are always one's own. */
export function readableFields(state: CaseState, code: ResolvedCode, actor: Acting): PersonalField[] {
  throw new Error(`not yet: ${state.state} ${code.hash} ${actor.ref.id}`)
}
