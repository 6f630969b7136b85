import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { SaveDraftInput } from '@court/usecases/filing/filing-inputs'

// The answers of a step as the draft takes them: whole fields, null where one was emptied. Materials and signature have their own ways.
// What the person gave up for the other device's answer is not sent at all.
export function patchOf(
  form: Form,
  fields: readonly string[],
  input: FormInput,
  givenUp: readonly string[] = [],
): SaveDraftInput['patch'] {
  const patch: SaveDraftInput['patch'] = {}
  for (const name of fields) {
    if (givenUp.includes(name)) continue
    const type = form.fields[name]?.type
    if (type === undefined || type === 'material-list' || type === 'signature') continue
    patch[name] = (input[name] ?? null) as SaveDraftInput['patch'][string]
  }
  return patch
}
