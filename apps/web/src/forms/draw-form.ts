import { createCelEnvironment } from '@court/procedure/cel/environment'
import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Words } from '@court/procedure/code/schema/words'
import { inputShape } from '@court/procedure/code/variables'
import type { Say } from '@court/site/say'
import type { Locale } from '@court/site/preferences'
import { conditionsOf } from './conditions.ts'
import type { Drawing, FormDoors, FormLists } from './drawing.ts'
import { errorsById } from './error-paths.ts'
import { typedFaults } from './typed-faults.ts'

// Everything the fields need to be drawn. Faults of what was typed come before those of its value.
export function drawForm({
  form,
  input,
  errors = {},
  isChecked = Object.keys(errors).length > 0,
  lists,
  doors = {},
  say,
  locale,
}: {
  form: Form
  input: FormInput
  errors?: Readonly<Record<string, Words>> | undefined
  isChecked?: boolean | undefined // say what is wrong with what was typed
  lists: FormLists
  doors?: FormDoors | undefined
  say: Say
  locale: Locale
}): Drawing {
  const typed = isChecked ? typedFaults(form, input) : {}
  return {
    form,
    input,
    errors: { ...errorsById(errors, input), ...typed },
    lists,
    conditions: conditionsOf(form, input, holdsFor(form)),
    doors,
    say,
    locale,
  }
}

// Conditions over the form alone are followed as one types. One that looks at the case is the engine's: the field is shown.
function holdsFor(form: Form): (expression: string, input: FormInput) => boolean {
  const environment = createCelEnvironment({ input: inputShape(form) })
  return (expression, input) => {
    try {
      return environment.evaluate(expression, { input }) === true
    } catch {
      return true
    }
  }
}
