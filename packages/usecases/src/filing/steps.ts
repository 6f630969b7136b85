import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Words } from '../refusal.ts'
import type { StepView } from './draft-view.ts'

/** The pages of the form, each with how far it is. A form without steps is one page. */
export function stepsOf(form: Form, input: FormInput, problems: Record<string, Words>): StepView[] {
  const steps = form.steps ?? [{ id: 'form', title: form.title, fields: Object.keys(form.fields) }]
  return steps.map(({ id, title, fields, ...step }) => {
    const count = Object.keys(problems).filter((path) => fields.includes(path.split('.')[0] ?? '')).length
    const isTouched = fields.some((name) => isFilled(input[name]))
    const isSigning = fields.some((name) => form.fields[name]?.type === 'signature')
    return {
      id,
      title,
      help: step.help ?? null,
      fields,
      problems: count,
      status: isSigning || (!isTouched && count > 0) ? 'empty' : count > 0 ? 'problems' : isTouched ? 'done' : 'empty',
    }
  })
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '' && value !== false
