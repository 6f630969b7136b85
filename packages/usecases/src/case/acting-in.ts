import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Acting } from '@court/procedure/docket/acting'
import type { PersonActor, StaffActor } from '../actor.ts'
import { isInForce } from '../courts/court-brief.ts'
import type { UseCaseContext } from '../context.ts'

type Row = { judgeId: string | null; clerkId: string | null; visibility: string }
/** Who stands in a case, as far as it says whom somebody is or acts for. */
export type PeopleInCase = {
  parties: readonly { id: string; side: string; personId: string | null }[]
  representations: readonly { personId: string | null; partyId: string; validFrom: string; validTo: string | null }[]
  standing: readonly { personId: string; role: string }[]
}
type Case = { row: Row; people: PeopleInCase; code: ResolvedCode; today: string }

/** The actor in the words of the procedure of this case; without any role where they have nothing to do with it. */
export function actingIn(ctx: UseCaseContext, inCase: Case): Acting {
  const { actor } = ctx
  switch (actor.kind) {
    case 'person':
      return actingPerson(actor, inCase)
    case 'staff':
      return { ref: { kind: 'staff', id: actor.staffId, roles: rolesHere(actor, inCase) }, identityLevel: 3 }
    case 'system':
      return { ref: { kind: 'system', id: actor.job, roles: ['system'] }, identityLevel: 3 }
    case 'anonymous':
      return { ref: { kind: 'person', id: '', roles: [] }, identityLevel: 0 }
  }
}

/** Once a judge is drawn, the other judges of the court have no part in the case. */
function rolesHere(actor: StaffActor, { row, code }: Case): string[] {
  const isOthers = row.judgeId !== null && row.judgeId !== actor.staffId
  // A sealed case is for those it is assigned to, whatever their roles open.
  const isAssigned = row.judgeId !== null || row.clerkId !== null
  if (row.visibility === 'sealed' && isAssigned && isOthers && row.clerkId !== actor.staffId) return []
  return actor.roles.filter((role) => code.roles[role] !== undefined && !(role === 'judge' && isOthers))
}

function actingPerson(actor: PersonActor, { people, today }: Case): Acting {
  const { personId, identityLevel } = actor
  const own = people.parties.find((party) => party.personId === personId)
  if (own) return acting(personId, identityLevel, own.side, own.id)
  const mandates = people.representations.filter((one) => one.personId === personId)
  const mandate = mandates.find((one) => isInForce(one, today))
  if (mandate) return acting(personId, identityLevel, 'agent', mandate.partyId)
  // Whoever signed for an organisation stands in the case by the role they filed under.
  const standing = people.standing.find((one) => one.personId === personId)
  // A mandate that ran out ends what it gave, on the day, whoever still has to be told.
  const isOver = mandates.length > 0 && standing?.role === 'agent'
  if (!standing || isOver) return { ref: { kind: 'person', id: personId, roles: [] }, identityLevel }
  const side = standing.role === 'agent' ? 'plaintiff' : standing.role
  const party = people.parties.find((one) => one.side === side)
  return acting(personId, identityLevel, standing.role, party?.id)
}

const acting = (id: string, identityLevel: number, role: string, partyId: string | undefined): Acting => ({
  ref: { kind: 'person', id, roles: [role] },
  identityLevel,
  partyId,
})
