import type { DraftView } from '@court/usecases/filing/draft-view'
import { errorsById } from '../forms/error-paths.ts'
import type { Drawing, FormDoors } from '../forms/drawing.ts'
import { withFirstItems } from '../forms/list-acts.ts'
import { typedFaults } from '../forms/typed-faults.ts'
import type { Say } from '../i18n/say.ts'
import type { Locale } from '../preferences/preferences.ts'

// A step of the filing as it is drawn: with what is wrong only after the person tried to go on, so that nobody is scolded while writing.
export function drawDraft({
  draft,
  fields,
  isChecked,
  doors,
  say,
  locale,
}: {
  draft: DraftView
  fields: readonly string[]
  isChecked: boolean
  doors: FormDoors
  say: Say
  locale: Locale
}): Drawing {
  const input = withFirstItems(draft.form, draft.input, fields)
  const errors = isChecked
    ? { ...errorsById(draft.problems, draft.input), ...typedFaults(draft.form, draft.input) }
    : {}
  return {
    form: draft.form,
    input,
    errors: Object.fromEntries(Object.entries(errors).filter(([path]) => fields.includes(path.split('.')[0] ?? ''))),
    lists: draft.lists,
    conditions: draft.conditions,
    doors: { ...doors, isLarge: true },
    say,
    locale,
  }
}
