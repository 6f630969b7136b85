import type { PartyValue } from '@court/procedure/code/form-values'
import type { Tx } from '@court/db/database'
import { isInForce } from '../courts/court-brief.ts'
import type { UseCaseContext } from '../context.ts'
import { identityIndexOf } from './party-identity.ts'

/** The account of whoever files: what was proved about it. */
export type FilerAccount = {
  personId: string
  identityLevel: number
  legalName: string | null
  idKind: string | null
  idIndex: string | null
  organisations: { creditCode: string }[]
}

export type Filer = { role: 'plaintiff' | 'agent'; partyId: string; agentId?: string }

export async function readFilerAccount(tx: Tx, personId: string, today: string): Promise<FilerAccount> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { memberships: { include: { organisation: { select: { creditCode: true } } } } },
  })
  return {
    personId,
    identityLevel: person.identityLevel,
    legalName: person.legalName,
    idKind: person.idKind,
    idIndex: person.idIndex,
    organisations: person.memberships.filter((one) => isInForce(one, today)).map(({ organisation }) => organisation),
  }
}

/**
 * Who of those named in the filing is the person: a plaintiff with their document, the organisation they act for, or an agent of their
 * name. Null when nobody is: then nobody with a right to file has signed.
 */
export function findFiler(ctx: UseCaseContext, parties: readonly PartyValue[], account: FilerAccount): Filer | null {
  const plaintiffs = parties.filter(({ role }) => role === 'plaintiff')
  const self = plaintiffs.find((party) => isSamePerson(ctx, party, account))
  if (self) return { role: 'plaintiff', partyId: self.id }
  for (const party of plaintiffs) {
    if (party.kind !== 'organisation') continue
    const isMember = account.organisations.some(({ creditCode }) => creditCode === plainNumber(party.idNumber))
    if (isMember || isSameName(party.representativeName, account.legalName))
      return { role: 'plaintiff', partyId: party.id }
  }
  for (const party of plaintiffs) {
    const agent = party.agents?.find(({ name }) => isSameName(name, account.legalName))
    if (agent) return { role: 'agent', partyId: party.id, agentId: agent.id }
  }
  return null
}

function isSamePerson(ctx: UseCaseContext, party: PartyValue, account: FilerAccount): boolean {
  if (party.kind !== 'person' || !account.idIndex || party.idKind !== account.idKind) return false
  return identityIndexOf(ctx, party) === account.idIndex
}

const plainNumber = (text: string | undefined) => (text ?? '').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Blanks differ between a document and a keyboard; nothing else may. */
export function isSameName(left: string | undefined, right: string | null): boolean {
  return !!left && right !== null && left.replace(/\s/g, '') === right.replace(/\s/g, '')
}
