import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'

export type FieldConditions = Record<string, { isShown: boolean; by?: { field: string; values: string[] } | undefined }>

// For each field with `showWhen`: is it shown now, and, where one question of this form decides it, by which of its answers.
// The page can then show and hide it as one chooses; the rule itself stays with the engine.
export function conditionsOf(
  form: Form,
  input: FormInput,
  holds: (expression: string, input: FormInput) => boolean,
): FieldConditions {
  const conditions: FieldConditions = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const expression = field.showWhen
    if (expression === undefined) continue
    const deciding = Object.entries(form.fields).find(
      ([other, { type }]) =>
        (type === 'choice' || type === 'boolean' || type === 'consent') && mentions(expression, other),
    )
    conditions[name] = {
      isShown: holds(expression, input),
      by: deciding && {
        field: deciding[0],
        values: answersOf(deciding[1])
          .filter(({ value }) => holds(expression, { ...input, [deciding[0]]: value }))
          .map(({ posted }) => posted),
      },
    }
  }
  return conditions
}

function mentions(expression: string, field: string): boolean {
  return new RegExp(`\\binput\\.${field}\\b`).test(expression)
}

function answersOf(field: Form['fields'][string]): { posted: string; value: string | boolean }[] {
  if (field.type === 'choice') return field.choices.map(({ value }) => ({ posted: value, value }))
  return [
    { posted: 'yes', value: true },
    { posted: '', value: false },
  ]
}
