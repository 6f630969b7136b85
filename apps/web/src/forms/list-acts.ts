import type { FormInput, ListItem, PartyValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'

// Buttons that change a list are buttons of the form: name="_act", value one of these. They work without script.
export type ListAct =
  | { kind: 'add'; field: string; role?: string | undefined }
  | { kind: 'remove'; field: string; id: string }
  | { kind: 'add-agent'; field: string; id: string }
  | { kind: 'remove-agent'; field: string; id: string; agent: string }

export const actName = '_act'

export function writeAct(act: ListAct): string {
  switch (act.kind) {
    case 'add':
      return ['add', act.field, act.role ?? ''].join(':')
    case 'remove':
    case 'add-agent':
      return [act.kind, act.field, act.id].join(':')
    case 'remove-agent':
      return [act.kind, act.field, act.id, act.agent].join(':')
  }
}

export function readAct(data: FormData): ListAct | null {
  const value = data.get(actName)
  if (typeof value !== 'string') return null
  const [kind, field = '', id = '', agent = ''] = value.split(':')
  switch (kind) {
    case 'add':
      return { kind, field, role: id || undefined }
    case 'remove':
    case 'add-agent':
      return { kind, field, id }
    case 'remove-agent':
      return { kind, field, id, agent }
    default:
      return null
  }
}

export function applyAct(form: Form, input: FormInput, act: ListAct): FormInput {
  const field = form.fields[act.field]
  if (!field || (field.type !== 'list-of' && field.type !== 'party-list')) return input
  const items = itemsOf(input, act.field)
  if (act.kind === 'remove') return { ...input, [act.field]: items.filter((item) => item.id !== act.id) }
  if (act.kind === 'add') {
    if (field.maxItems !== undefined && items.length >= field.maxItems) return input
    const item =
      field.type === 'party-list'
        ? newParty(items, act.role ?? field.roles[0] ?? '')
        : { id: nextId(items, act.field.slice(0, 1)) }
    return { ...input, [act.field]: [...items, item] as ListItem[] | PartyValue[] }
  }
  return { ...input, [act.field]: (items as PartyValue[]).map((party) => changeAgents(party, act)) }
}

// A list that must not be empty begins with one blank item, a list of parties with one of each needed role.
export function withFirstItems(form: Form, input: FormInput, only?: readonly string[]): FormInput {
  const filled: FormInput = { ...input }
  for (const [name, field] of Object.entries(form.fields)) {
    if (only && !only.includes(name)) continue
    if (field.type === 'list-of' && itemsOf(input, name).length === 0 && (field.required || field.minItems)) {
      filled[name] = [{ id: `${name.slice(0, 1)}1` }]
    }
    if (field.type === 'party-list') {
      let parties = itemsOf(input, name) as PartyValue[]
      for (const role of field.needs) {
        if (!parties.some((party) => party.role === role)) parties = [...parties, newParty(parties, role)]
      }
      filled[name] = parties
    }
  }
  return filled
}

function changeAgents(party: PartyValue, act: Extract<ListAct, { kind: 'add-agent' | 'remove-agent' }>): PartyValue {
  if (party.id !== act.id) return party
  const agents = party.agents ?? []
  if (act.kind === 'remove-agent') return { ...party, agents: agents.filter((agent) => agent.id !== act.agent) }
  // A party may appoint one or two agents (民诉法 61).
  if (agents.length >= 2) return party
  return { ...party, agents: [...agents, { id: nextId(agents, 'a'), kind: 'lawyer', name: '', powers: [] }] }
}

function newParty(existing: readonly { id: string }[], role: string): PartyValue {
  return { id: nextId(existing, 'p'), role, kind: 'person', name: '', abroad: false, missing: false }
}

function itemsOf(input: FormInput, name: string): { id: string }[] {
  const value = input[name]
  return Array.isArray(value) ? (value as { id: string }[]) : []
}

// An id is never used twice while the list lives: one more than the highest there is.
function nextId(items: readonly { id: string }[], letter: string): string {
  const highest = items.reduce((most, item) => Math.max(most, Number(/\d+$/.exec(item.id)?.[0] ?? 0)), 0)
  return `${letter}${highest + 1}`
}
