import type { Tx } from '@court/db/database'
import type { OpenCase } from '../case/open-case.ts'
import { isInForce } from '../courts/court-brief.ts'
import type { UseCaseContext } from '../context.ts'
import type { Words } from '../refusal.ts'
import { consentIds } from './hearing-texts.ts'
import type { HearingKind, HearingPlan, SeatSide } from './hearing-types.ts'

/** Somebody who may be put on the roll, and the columns of the seat they would have. */
export type Expected = HearingPlan['people'][number] & {
  partyId: string | null
  representationId: string | null
  staffId: string | null
}

/** The judge, the clerk, every party and every agent in force; `who` names each in the form. */
export async function peopleOfHearing(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  kind: HearingKind,
): Promise<Expected[]> {
  const { people, court } = open
  const agents = people.representations.filter((one) => isInForce(one, court.today))
  const sideOfParty = (partyId: string) => sideOf(people.parties.find(({ id }) => id === partyId)?.side ?? '')
  return [
    ...(await bench(tx, ctx, open)),
    ...people.parties.map((party) => ({
      who: `party:${party.id}`,
      name: party.displayName,
      ...titled(open, party.side),
      side: sideOf(party.side),
      consent: consentOfParty(open, party.id, kind),
      isExpected: true,
      partyId: party.id,
      representationId: null,
      staffId: null,
    })),
    ...agents.map((agent) => ({
      who: `agent:${agent.id}`,
      name: agent.name,
      ...titled(open, 'agent'),
      side: sideOfParty(agent.partyId),
      consent: consentOfParty(open, agent.partyId, kind),
      isExpected: false,
      partyId: agent.partyId,
      representationId: agent.id,
      staffId: null,
    })),
  ]
}

async function bench(tx: Tx, { actor }: UseCaseContext, open: OpenCase): Promise<Expected[]> {
  const { row, court } = open
  const ownId = actor.kind === 'staff' && actor.roles.includes('court-clerk') ? actor.staffId : null
  const clerkId = row.clerkId ?? ownId
  const ids = [row.judgeId, clerkId].filter((id) => id !== null)
  const staff = await tx.staffMember.findMany({
    where: { courtId: court.courtId, id: { in: ids }, isActive: true },
    select: { id: true, name: true },
  })
  const seat = (staffId: string | null, role: string): Expected[] => {
    const member = staff.find(({ id }) => id === staffId)
    if (!member) return []
    const base = { who: `${role}:${member.id}`, name: member.name, ...titled(open, role), side: 'court' as const }
    return [{ ...base, consent: null, isExpected: true, partyId: null, representationId: null, staffId: member.id }]
  }
  return [...seat(row.judgeId, 'judge'), ...seat(clerkId === row.judgeId ? null : clerkId, 'court-clerk')]
}

/** The last word of a party on this stage, as the docket has it. */
export function consentOfParty({ state }: OpenCase, partyId: string, kind: HearingKind): 'given' | 'refused' | 'none' {
  const said = state.entries.filter(
    ({ type, subject, data }) =>
      subject === partyId &&
      (type === 'hearing-online-declined' ||
        (type === 'hearing-online-agreed' && data['consent'] === consentIds[kind])),
  )
  const last = said.at(-1)
  return last === undefined ? 'none' : last.type === 'hearing-online-agreed' ? 'given' : 'refused'
}

function titled({ code }: OpenCase, role: string): { role: string; roleTitle: Words } {
  return { role, roleTitle: code.roles[role]?.title ?? { zh: role, en: role } }
}

export const sideOf = (side: string): SeatSide => (side === 'plaintiff' || side === 'defendant' ? side : 'other')
