import type { FormInput, ListItem } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { partiesAt } from './filing-input.ts'

export type WithRowIds = {
  input: FormInput
  /** Party id of the form (p1) → id of its row, by which the docket names it. */
  partyIds: ReadonlyMap<string, string>
}

/** Gives parties, their agents and the items of lists the ids of their rows; whatever names a party by its id in the form follows. */
export function withRowIds(form: Form, input: FormInput, newId: () => string): WithRowIds {
  const partyIds = new Map<string, string>()
  const renamed: FormInput = { ...input }
  for (const [name, field] of Object.entries(form.fields)) {
    const value = input[name]
    if (field.type === 'party-list') {
      renamed[name] = partiesAt(input, name).map((party) => {
        const id = newId()
        partyIds.set(party.id, id)
        const agents = party.agents?.map((agent) => ({ ...agent, id: newId() }))
        return { ...party, id, ...(agents && { agents }) }
      })
    }
    if (field.type === 'list-of' && Array.isArray(value))
      renamed[name] = (value as ListItem[]).map((item) => ({ ...item, id: newId() }))
  }
  for (const [name, field] of Object.entries(form.fields)) {
    const value = renamed[name]
    if (field.type === 'party-ref' && typeof value === 'string') renamed[name] = partyIds.get(value) ?? value
  }
  return { input: renamed, partyIds }
}
