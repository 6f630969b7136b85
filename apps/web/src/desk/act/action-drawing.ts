import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Words } from '@court/procedure/code/schema/words'
import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import type { Drawing, FormLists } from '../../forms/drawing.ts'
import { sayIn } from '../../i18n/say.ts'
import { readPreferences } from '../../preferences/preferences.ts'

type Given = {
  shown: ActionForm & { form: Form }
  page: CasePage
  input: FormInput
  errors?: Record<string, Words> | undefined
}

// The form of an action, ready to be drawn: what is filled in, what is wrong, and what there is to choose from in this case.
export async function actionDrawing({ shown, page, input, errors = {} }: Given): Promise<Drawing> {
  const { locale } = await readPreferences()
  return {
    form: shown.form,
    input,
    errors,
    lists: listsOf(shown, page),
    conditions: {},
    doors: {},
    say: sayIn(locale),
    locale,
  }
}

function listsOf({ form, options, today }: Given['shown'], page: CasePage): FormLists {
  const roles: FormLists['roles'] = {}
  for (const { role } of page.parties) roles[role.role] = { title: role.title }
  const offered = (lists: Record<string, { value: string }[]>) =>
    new Set(Object.values(lists).flatMap((list) => list.map(({ value }) => value)))
  const [clocks, entries] = [offered(options.clocks), offered(options.entries)]
  return {
    today,
    roles,
    consents: options.consents,
    reasons: reasonsOf(form, options.reasons),
    materials: Object.fromEntries(
      Object.values(options.materials).flatMap((list) => list.map(({ value, label }) => [value, { title: label }])),
    ),
    parties: page.parties.map(({ id, role, name }) => ({ id, role: role.role, name })),
    clocks: page.clocks.filter(({ key }) => clocks.has(key)),
    entries: page.docket.filter(({ seq }) => entries.has(String(seq))),
    staff: staffOf(form, options.staff),
  }
}

function reasonsOf(form: Form, options: ActionForm['options']['reasons']): FormLists['reasons'] {
  const reasons: FormLists['reasons'] = {}
  for (const [name, list] of Object.entries(options)) {
    const field = form.fields[name]
    if (field?.type !== 'reasons') continue
    for (const [order, { value, label, text, mend }] of list.entries())
      reasons[value] = { kind: field.kind, title: label, text, mend: mend ?? undefined, order }
  }
  return reasons
}

// Offered per field already; a member of staff offered for several fields has the roles of all of them.
function staffOf(form: Form, options: ActionForm['options']['staff']): NonNullable<FormLists['staff']> {
  const staff = new Map<string, { id: string; name: string; roles: string[] }>()
  for (const [name, list] of Object.entries(options)) {
    const field = form.fields[name]
    if (field?.type !== 'staff-ref') continue
    for (const { value, label } of list) {
      const known = staff.get(value) ?? { id: value, name: label.zh, roles: [] }
      known.roles.push(...field.roles)
      staff.set(value, known)
    }
  }
  return [...staff.values()]
}
