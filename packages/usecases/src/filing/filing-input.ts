import type { FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'

/** The parties that were filled in, whatever the field is called. */
export const partiesIn = (form: Form, input: FormInput): PartyValue[] =>
  partyFields(form).flatMap((name) => partiesAt(input, name))

export const partyFields = (form: Form): string[] =>
  Object.entries(form.fields).flatMap(([name, field]) => (field.type === 'party-list' ? [name] : []))

/** Whatever was saved may be half filled in: only what looks like a party is read as one. */
export function partiesAt(input: FormInput, name: string): PartyValue[] {
  const list = input[name]
  if (!Array.isArray(list)) return []
  return (list as unknown[]).filter(
    (one): one is PartyValue => typeof one === 'object' && one !== null && !Array.isArray(one),
  )
}

/** Fields that are not saved as text: they come by ways of their own. */
export const isFilledElsewhere = (form: Form, name: string): boolean => {
  const type = form.fields[name]?.type
  return type === 'material-list' || type === 'signature'
}
