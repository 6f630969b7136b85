import type { Tx } from '@court/db/database'
import type { AgentValue, FormInput, ListItem, PartyValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { checkResidentId } from '../identity/check-resident-id.ts'
import type { UseCaseContext } from '../context.ts'
import { partiesIn } from './filing-input.ts'
import { identityIndexOf, identityTextFor, partySeals } from './party-identity.ts'

type Writing = {
  courtId: string
  caseId: string
  form: Form
  /** With the ids of the docket. */
  input: FormInput
  today: string
  saltOf(partyId: string): string
  /** The agent who files, if it is one. */
  filingAgentId: string | null
  /** How many stand on each side already, when parties join later. */
  before?: ReadonlyMap<string, number>
}

/** Parties with their numbers, phones and addresses sealed, and those who act for them. */
export async function writeParties(tx: Tx, ctx: UseCaseContext, writing: Writing): Promise<void> {
  const { courtId, caseId, form, input } = writing
  const parties = partiesIn(form, input)
  const bySide = Map.groupBy(parties, ({ role }) => role)
  await tx.party.createMany({
    data: parties.map((party) => ({
      courtId,
      id: party.id,
      caseId,
      side: party.role,
      position: (writing.before?.get(party.role) ?? 0) + (bySide.get(party.role)?.indexOf(party) ?? 0) + 1,
      ...particularsOf(ctx, party),
      salt: writing.saltOf(party.id),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })),
  })
  await tx.representation.createMany({
    data: parties.flatMap((party) =>
      (party.agents ?? []).map((agent) => ({ courtId, caseId, partyId: party.id, ...mandateOf(ctx, agent, writing) })),
    ),
  })
}

/** What is asked of the court, in its order. Items of a list of claims are known by their text. */
export async function writeClaims(tx: Tx, { courtId, caseId, form, input }: Writing): Promise<void> {
  const items = Object.entries(form.fields).flatMap(([name, field]) =>
    field.type === 'list-of' && field.item['text'] !== undefined ? ((input[name] as ListItem[] | undefined) ?? []) : [],
  )
  await tx.claim.createMany({
    data: items.map(({ id, kind, text, amountFen, ...data }, index) => ({
      courtId,
      id,
      caseId,
      position: index + 1,
      kind: typeof kind === 'string' ? kind : 'other',
      text: typeof text === 'string' ? text.trim() : '',
      amountFen: typeof amountFen === 'number' ? BigInt(amountFen) : null,
      data: JSON.parse(JSON.stringify(data)) as object,
    })),
  })
}

function particularsOf(ctx: UseCaseContext, party: PartyValue) {
  const sealed = (purpose: string, text: string | null | undefined) => (text ? ctx.keys.seal(purpose, text) : null)
  const identity = identityTextFor(party)
  const resident = party.idKind === 'resident-id' && identity ? checkResidentId(identity, '9999-12-31') : null
  return {
    kind: party.kind,
    name: party.name,
    displayName: party.name,
    idKind: identity === null ? null : (party.idKind ?? null),
    idCipher: sealed(partySeals.identityNumber, identity),
    idIndex: identityIndexOf(ctx, party),
    phoneCipher: sealed(partySeals.phone, party.phone),
    phoneIndex: party.phone ? ctx.keys.blindIndex('person.phone', party.phone) : null,
    addressCipher: sealed(partySeals.address, party.address),
    isAddressProtected: party.isAddressProtected === true,
    emailCipher: sealed(partySeals.email, party.email),
    nationality: party.nationality ?? null,
    birthDay: resident?.ok ? resident.value.bornOn : null,
    gender: resident?.ok ? genderOf(resident.value.number) : null,
    representativeName: party.representativeName ?? null,
  }
}

function mandateOf(ctx: UseCaseContext, agent: AgentValue, { today, filingAgentId }: Writing) {
  return {
    id: agent.id,
    kind: agent.kind,
    name: agent.name,
    firm: agent.firm ?? null,
    licenceNumber: agent.licenceNumber ?? null,
    personId: agent.id === filingAgentId && ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    phoneCipher: agent.phone ? ctx.keys.seal(partySeals.agentPhone, agent.phone) : null,
    phoneIndex: agent.phone ? ctx.keys.blindIndex('person.phone', agent.phone) : null,
    powers: [...agent.powers],
    validFrom: today,
    createdAt: ctx.now(),
  }
}

/** The 17th digit: odd for men, even for women (GB 11643-1999). */
const genderOf = (residentId: string) => (Number(residentId[16]) % 2 === 1 ? 'male' : 'female')
