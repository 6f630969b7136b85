import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { ActionForm, ActionOptions } from '@court/usecases/case/page/case-page-types'
import type { Say } from '@court/site/say'
import type { Locale } from '@court/site/preferences'
import { drawForm } from './draw-form.ts'
import type { Drawing, FormDoors, FormLists } from './drawing.ts'
import { postedForm, type KeptAnswers } from './kept-answers.ts'
import { withFirstItems } from './list-acts.ts'
import { readForm } from './read-form.ts'

const noForm: Form = { title: { zh: '无表格', en: 'No form' }, fields: {} }

// The form of any action of a code, filled with what it offers at first or with what was typed before.
export function drawActionForm({
  asked,
  kept,
  doors,
  say,
  locale,
}: {
  asked: ActionForm
  kept: KeptAnswers | null
  doors?: FormDoors | undefined
  say: Say
  locale: Locale
}): Drawing {
  const form = asked.form ?? noForm
  const typed = kept?.posted ? readForm(form, postedForm(kept.posted)) : kept?.input
  const input = withFirstItems(form, typed && Object.keys(typed).length > 0 ? typed : (asked.values as FormInput))
  return drawForm({
    form,
    input,
    errors: kept?.errors,
    lists: listsOf(asked.options, asked.today),
    doors,
    say,
    locale,
  })
}

function listsOf(options: ActionOptions, today: string): FormLists {
  return {
    today,
    roles: {},
    options: { ...options.parties, ...options.clocks, ...options.entries, ...options.staff },
    reasons: Object.fromEntries(
      Object.values(options.reasons)
        .flat()
        .map((reason, order) => [
          reason.value,
          { kind: '', title: reason.label, text: reason.text, mend: reason.mend ?? undefined, order },
        ]),
    ),
    reasonsOf: Object.fromEntries(
      Object.entries(options.reasons).map(([field, reasons]) => [field, reasons.map((reason) => reason.value)]),
    ),
    materials: Object.fromEntries(
      Object.values(options.materials)
        .flat()
        .map((kind) => [kind.value, { title: kind.label }]),
    ),
    consents: Object.fromEntries(Object.values(options.consents).map((consent) => [consent.id, consent])),
  }
}
