import type { AddressValue, FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { DraftView } from '@court/usecases/filing/draft-view'
import { errorsById } from '../forms/error-paths.ts'
import type { Drawing, FormDoors } from '../forms/drawing.ts'
import { withFirstItems } from '../forms/list-acts.ts'
import { typedFaults } from '../forms/typed-faults.ts'
import type { Say } from '@court/site/say'
import type { Locale } from '@court/site/preferences'

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
  const input = withKnownAddress(draft, withFirstItems(draft.form, draft.input, fields), fields)
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

// Where papers are served is first offered as where the plaintiff lives: nobody types the same twice.
function withKnownAddress(draft: DraftView, input: FormInput, fields: readonly string[]): FormInput {
  const own = Object.entries(draft.form.fields).flatMap(([name, field]) => {
    if (field.type !== 'party-list') return []
    const parties = (draft.input[name] ?? []) as PartyValue[]
    return parties.filter((party) => party.role === field.roles[0])
  })[0]
  if (!own) return input
  const known: AddressValue = {
    recipient: own.name,
    phone: own.phone ?? '',
    address: own.address ?? '',
    ...(own.email ? { email: own.email } : {}),
  }
  const offered = fields.filter((name) => draft.form.fields[name]?.type === 'address' && input[name] === undefined)
  return { ...input, ...Object.fromEntries(offered.map((name) => [name, known])) }
}
