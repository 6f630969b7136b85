import type { AddressValue, AgentValue, FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { partiesAt } from './filing-input.ts'
import { cleanPhone, identityTextFor } from './party-identity.ts'

/** What is handed in: answers of this form alone, without blanks around them, numbers and phones in the form in which they are kept. */
export function cleanInput(form: Form, input: FormInput): FormInput {
  const clean: FormInput = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = input[name]
    if (value === undefined) continue
    if (field.type === 'party-list') clean[name] = partiesAt(input, name).map(cleanParty)
    else if (field.type === 'address' && typeof value === 'object') clean[name] = cleanAddress(value as AddressValue)
    else clean[name] = typeof value === 'string' ? value.trim() : value
  }
  return clean
}

function cleanParty(party: PartyValue): PartyValue {
  const { idKind, idNumber, phone, agents, ...rest } = party
  const number = idKind === 'passport' ? plain(idNumber) : identityTextFor(party)
  return {
    ...trimmed(rest),
    ...(idKind && { idKind }),
    ...(number && { idNumber: number }),
    ...(phone?.trim() && { phone: cleanPhone(phone) }),
    ...(agents && agents.length > 0 && { agents: agents.map(cleanAgent) }),
  }
}

const cleanAgent = ({ phone, ...agent }: AgentValue): AgentValue => ({
  ...trimmed(agent),
  ...(phone?.trim() && { phone: cleanPhone(phone) }),
})

const cleanAddress = ({ phone, ...address }: AddressValue): AddressValue => ({
  ...trimmed(address),
  phone: cleanPhone(phone),
})

const plain = (number: string | undefined) => number?.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

function trimmed<T extends object>(value: T): T {
  // Same keys, same types: only texts lose the blanks around them.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined ? [] : [[key, typeof inner === 'string' ? inner.trim() : (inner as unknown)]],
    ),
  ) as T
}
