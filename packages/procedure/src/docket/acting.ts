import type { ResolvedCode } from '../code/resolved-code.ts'
import { partyOf } from './case-state.ts'
import type { CaseState } from './case-state.ts'
import type { ActorRef } from './entry.ts'

/** Who acts, in the words of the procedure: roles such as plaintiff, agent, filing-clerk; never a name. */
export type Acting = {
  ref: ActorRef
  /** 0 nobody looked, 1 name and number checked, 2 face or documents seen, 3 seen in person. */
  identityLevel: number
  /** The party that acts, or for whom the agent acts. */
  partyId?: string | undefined
}

/**
 * The roles that count in this case. The docket says on which side a party stands, whatever the actor calls itself; an agent
 * has the role of the party it acts for besides its own. Who is no party of a case has no side in it.
 */
export function rolesInCase(actor: Acting, state: CaseState, code: ResolvedCode): Set<string> {
  const party = partyOf(state, actor.partyId)
  const isNew = state.parties.length === 0
  const roles = actor.ref.roles.filter((role) => {
    if (code.roles[role]?.side !== 'party') return true
    if (party === undefined) return isNew
    return role === 'agent' || role === party.role
  })
  return new Set(party === undefined ? roles : [...roles, party.role])
}

/** May one of these roles act? An agent may do what the party may for whom it acts. */
export function hasRole(by: readonly string[], actor: Acting, state: CaseState, code: ResolvedCode): boolean {
  const roles = rolesInCase(actor, state, code)
  const party = partyOf(state, actor.partyId)
  return by.some((role) => {
    if (!roles.has(role)) return false
    if (role !== 'agent' || party === undefined) return true
    return by.includes(party.role)
  })
}
