import type { Upload } from '@court/db/generated/client'
import type { FormInput, MaterialValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { materialValues } from '../case/take-materials.ts'

/** What a form holds: the answers given, with the uploads as its materials. What the browser says of materials is not believed. */
export function withMaterials(form: Form, saved: FormInput, uploads: readonly Upload[]): FormInput {
  const lists = Object.entries(form.fields).filter(([, field]) => field.type === 'material-list')
  const input: FormInput = { ...saved }
  for (const [name] of lists) delete input[name]
  for (const material of materialValues(uploads) as MaterialValue[]) {
    const home = lists.find(([, field]) => field.type === 'material-list' && field.types.includes(material.type))
    // A kind that no list takes stands in the first, so that the form says what is wrong with it.
    const name = (home ?? lists[0])?.[0]
    if (name === undefined) continue
    const list = input[name]
    input[name] = [...((list as MaterialValue[] | undefined) ?? []), material]
  }
  return input
}
