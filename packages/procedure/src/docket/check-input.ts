import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Field } from '../code/schema/forms.ts'
import type { Words } from '../code/schema/words.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import { checkField, isEmpty } from './check-field.ts'
import type { ClockView } from './clocks.ts'
import type { JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'
import { propose } from './propose.ts'
import { evaluate, holds } from './situation.ts'
import type { AtHand, Situation } from './situation.ts'

export type CheckContext = {
  code: ResolvedCode
  /** The case; absent for a new filing. */
  state?: CaseState | undefined
  /** The day in the court's zone, YYYY-MM-DD. */
  today: string
  actor?: Acting | undefined
  clocks?: readonly ClockView[] | undefined
}

/**
 * What is wrong with a filled-in form, by field (`amountFen`, `claims.0.text`, `parties.1.name`); empty when nothing is.
 * The filer's page, the clerk's page and `decide` all ask this.
 */
export function checkInput(form: string, input: JsonObject, context: CheckContext): Record<string, Words> {
  const rule = context.code.forms[form]
  if (rule === undefined) throw new Error(`the code has no form ${form}`)
  const situation = situationOf(context)
  const problems: Record<string, Words> = {}
  for (const [name, field] of Object.entries(rule.fields)) {
    Object.assign(problems, checkOne({ form, name, field, input, situation }))
  }
  if (Object.keys(problems).length > 0) return problems
  for (const check of rule.checks ?? []) {
    if (!holds(situation, check.when, { form }, { input }))
      problems[fieldOf(check.when, rule.fields) ?? check.id] = check.message
  }
  return problems
}

/** Which fields of a form are shown, given what is filled in so far. */
export function shownFields(form: string, input: JsonObject, context: CheckContext): string[] {
  const rule = context.code.forms[form]
  if (rule === undefined) throw new Error(`the code has no form ${form}`)
  const situation = situationOf(context)
  return Object.entries(rule.fields).flatMap(([name, field]) =>
    isShown(form, field, situation, { input }) ? [name] : [],
  )
}

/** What the form offers at first: the values of its `prefill` expressions. */
export function prefill(form: string, context: CheckContext): JsonObject {
  const rule = context.code.forms[form]
  if (rule === undefined) throw new Error(`the code has no form ${form}`)
  const situation = situationOf(context)
  const values: JsonObject = {}
  for (const [name, field] of Object.entries(rule.fields)) {
    if (field.prefill !== undefined)
      values[name] = evaluate(situation, field.prefill, { form }, { input: {} }) as JsonValue
  }
  return values
}

function situationOf(context: CheckContext): Situation {
  const { code, state, today, actor, clocks } = context
  return { code, state: state ?? fold([], code), today, actor, clocks, propose }
}

type Checked = { form: string; name: string; field: Field; input: JsonObject; situation: Situation }

function checkOne({ form, name, field, input, situation }: Checked): Record<string, Words> {
  if (!isShown(form, field, situation, { input })) return {}
  const value = input[name]
  const problems = checkField({ path: name, field, value, situation })
  if (Object.keys(problems).length > 0 || isEmpty(value)) return problems
  if (field.check !== undefined && !holds(situation, field.check, { form }, { input })) {
    return { [name]: field.checkMessage ?? { zh: `请检查“${field.label.zh}”。`, en: `Check “${field.label.en}”.` } }
  }
  if (field.type !== 'list-of' || !Array.isArray(value)) return problems
  for (const [index, item] of value.entries()) {
    const values = typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {}
    for (const [inner, itemField] of Object.entries(field.item)) {
      const place = { form, listField: name }
      const atHand = { input, item: values }
      const path = `${name}.${index}.${inner}`
      if (itemField.showWhen !== undefined && !holds(situation, itemField.showWhen, place, atHand)) continue
      const found = checkField({ path, field: itemField, value: values[inner], situation })
      Object.assign(problems, found)
      const isFine = Object.keys(found).length === 0 && !isEmpty(values[inner])
      if (isFine && itemField.check !== undefined && !holds(situation, itemField.check, place, atHand)) {
        problems[path] = itemField.checkMessage ?? {
          zh: `请检查“${itemField.label.zh}”。`,
          en: `Check “${itemField.label.en}”.`,
        }
      }
    }
  }
  return problems
}

function isShown(form: string, field: Field, situation: Situation, atHand: AtHand): boolean {
  return field.showWhen === undefined || holds(situation, field.showWhen, { form }, atHand)
}

/** A rule over several fields is shown at the first field that it names. */
function fieldOf(expression: string, fields: Record<string, Field>): string | undefined {
  const named = [...expression.matchAll(/\binput\.([a-zA-Z0-9]+)/g)].map((match) => match[1] ?? '')
  return named.find((name) => fields[name] !== undefined)
}
