import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Right } from '../code/schema/rights.ts'
import { rolesInCase } from './acting.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import type { Entry } from './entry.ts'
import { fold } from './fold.ts'

export type PersonalField = Right['fields'][number]

/** The entries an actor may read. What no right grants is hidden; an agent reads what the party it acts for reads. */
export function visibleTo(entries: readonly Entry[], code: ResolvedCode, actor: Acting): Entry[] {
  const state = fold(entries, code)
  const rights = rightsOf(state, code, actor)
  return entries.filter((entry) => {
    const type = code.entries[entry.type]
    const isOwn = entry.subject !== undefined && entry.subject === actor.partyId
    return rights.some(
      (right) =>
        right.volumes.includes(type?.volume ?? 'internal') &&
        covers(right.entries, entry.type) &&
        (isOwn || right.ofOthers || entry.subject === undefined) &&
        (isOwn || right.privateOfOthers || type?.isPrivate !== true),
    )
  })
}

/** May the actor read a material of this kind? `subject` is the party that handed it in; what nobody is known to have handed in is nobody's own. */
export function mayReadMaterial(
  material: { type: string; subject?: string | undefined },
  state: CaseState,
  code: ResolvedCode,
  actor: Acting,
): boolean {
  const volume = code.materials[material.type]?.volume ?? 'internal'
  return rightsOf(state, code, actor).some(
    (right) =>
      right.volumes.includes(volume) &&
      covers(right.materials, material.type) &&
      (right.ofOthers || (material.subject !== undefined && material.subject === actor.partyId)),
  )
}

/** Data of other parties that the actor reads unmasked. One's own data are always one's own. */
export function readableFields(state: CaseState, code: ResolvedCode, actor: Acting): PersonalField[] {
  return [...new Set(rightsOf(state, code, actor).flatMap((right) => right.fields))]
}

function rightsOf(state: CaseState, code: ResolvedCode, actor: Acting): Right[] {
  const roles = rolesInCase(actor, state, code)
  return Object.values(code.rights).filter(
    (right) =>
      right.who.some((role) => role === 'public' || roles.has(role)) &&
      (right.states === undefined || right.states.includes(state.state)) &&
      !right.notInStates?.includes(state.state),
  )
}

function covers(list: '*' | string[], id: string): boolean {
  return list === '*' || list.includes(id)
}
