import type { FormInput } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import { shownFields, type CheckContext } from '@court/procedure/docket/check-input'
import type { JsonObject } from '@court/procedure/docket/entry'

/** Of each field with a condition: is it shown now, and by which answers of which question it is shown. */
export type FieldConditions = Record<string, { isShown: boolean; by?: { field: string; values: string[] } | undefined }>

type Asked = { code: ResolvedCode; formId: string; input: FormInput; context: Omit<CheckContext, 'code'> }

/** So that a page can show and hide a field as one chooses; the rule itself stays with the engine. */
export function fieldConditions({ code, formId, input, context }: Asked): FieldConditions {
  const form = code.forms[formId]
  const conditions: FieldConditions = {}
  if (!form) return conditions
  const shownWith = (answers: FormInput) => new Set(shownFields(formId, answers as JsonObject, { ...context, code }))
  const shown = shownWith(input)
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.showWhen === undefined) continue
    const deciding = decidingField(form, field.showWhen)
    conditions[name] = {
      isShown: shown.has(name),
      ...(deciding && {
        by: {
          field: deciding.name,
          values: deciding.answers
            .filter(({ value }) => shownWith({ ...input, [deciding.name]: value }).has(name))
            .map(({ posted }) => posted),
        },
      }),
    }
  }
  return conditions
}

type Deciding = { name: string; answers: { posted: string; value: string | boolean }[] }

function decidingField(form: Form, expression: string): Deciding | null {
  for (const [name, field] of Object.entries(form.fields)) {
    if (!new RegExp(`\\binput\\.${name}\\b`).test(expression)) continue
    if (field.type === 'choice') return { name, answers: field.choices.map(({ value }) => ({ posted: value, value })) }
    if (field.type === 'boolean' || field.type === 'consent')
      return {
        name,
        answers: [
          { posted: 'yes', value: true },
          { posted: '', value: false },
        ],
      }
  }
  return null
}
