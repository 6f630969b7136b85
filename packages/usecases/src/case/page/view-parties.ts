import { readableFields } from '@court/procedure/docket/view'
import type { UseCaseContext } from '../../context.ts'
import { partySeals } from '../../filing/party-identity.ts'
import { maskName } from '../../identity/check-name.ts'
import { maskPhone } from '../../identity/check-phone.ts'
import { maskNumber } from '../../identity/mask-number.ts'
import type { OpenCase, PartyRow, RepresentationRow } from '../open-case.ts'
import { openPartyField } from '../party-secrets.ts'
import type { AgentView, PartyView, PersonalFieldName } from './case-page-types.ts'
import { roleView } from './role-view.ts'

const order = ['plaintiff', 'defendant', 'third-party']

/** Everybody in the case, with what this actor may read of them; numbers are masked for all. */
export function partyViews(ctx: UseCaseContext, open: OpenCase, names: (id: string) => string | null): PartyView[] {
  const agreed = new Set((open.state.byType['e-service-consented'] ?? []).map(({ subject }) => subject))
  const inCase = new Set(open.state.parties.map(({ id }) => id))
  return open.people.parties
    .filter(({ id }) => inCase.has(id))
    .sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side) || a.position - b.position)
    .map((party) => {
      const isMe = party.id === open.acting.partyId
      const inDocket = open.state.parties.find(({ id }) => id === party.id)
      const unmask = unmaskable(open, party)
      const mask = (field: PersonalFieldName, how: (text: string) => string) =>
        maskedField(ctx, party, { field, how, isShown: isMe || unmask.includes(field) })
      return {
        id: party.id,
        role: roleView(open.code, party.side),
        position: party.position,
        kind: party.kind,
        name: names(party.id) ?? maskName(party.displayName),
        isMe,
        isAbroad: inDocket?.abroad ?? false,
        isMissing: inDocket?.missing ?? false,
        idKind: party.idKind,
        idNumber: mask('identity-number', maskNumber),
        phone: mask('phone', maskPhone),
        address: mask('address', maskText),
        email: mask('email', maskText),
        isAddressProtected: party.isAddressProtected,
        representativeName: party.representativeName,
        nationality: party.nationality,
        canUnmask: unmask,
        agents: open.people.representations
          .filter(({ partyId }) => partyId === party.id)
          .map((agent) => agentView(ctx, open, agent)),
        hasEService: agreed.has(party.id),
      }
    })
}

/** One's own data, and of others what the rights of the code grant; a protected address needs a right of its own. */
export function unmaskable(open: OpenCase, party: PartyRow): PersonalFieldName[] {
  const fields: PersonalFieldName[] = ['identity-number', 'phone', 'address', 'email']
  const granted = new Set<string>(readableFields(open.state, open.code, open.acting))
  const isMe = party.id === open.acting.partyId
  const columns = {
    'identity-number': party.idCipher,
    phone: party.phoneCipher,
    address: party.addressCipher,
    email: party.emailCipher,
  }
  return fields.filter((field) => {
    if (columns[field] === null) return false
    if (isMe) return true
    if (field === 'address' && party.isAddressProtected) return granted.has('protected-address')
    return granted.has(field === 'email' ? 'phone' : field)
  })
}

type Masking = { field: PersonalFieldName; how: (text: string) => string; isShown: boolean }

function maskedField(ctx: UseCaseContext, party: PartyRow, { field, how, isShown }: Masking): string | null {
  if (!isShown) return null
  const sealed = {
    'identity-number': party.idCipher,
    phone: party.phoneCipher,
    address: party.addressCipher,
    email: party.emailCipher,
  }[field]
  const plain = openPartyField(ctx, field, sealed)
  return plain === null ? null : how(plain)
}

function agentView(ctx: UseCaseContext, { acting }: OpenCase, agent: RepresentationRow): AgentView {
  const phone = agent.phoneCipher === null ? null : ctx.keys.open(partySeals.agentPhone, agent.phoneCipher)
  return {
    id: agent.id,
    kind: agent.kind,
    name: agent.name,
    firm: agent.firm,
    licenceNumber: agent.licenceNumber,
    phone: phone === null ? null : maskPhone(phone),
    powers: agent.powers,
    validFrom: agent.validFrom,
    validTo: agent.validTo,
    isMe: agent.personId !== null && agent.personId === acting.ref.id,
  }
}

/** The beginning is enough to recognise one's own. */
const maskText = (text: string): string => `${[...text].slice(0, 4).join('')}****`
