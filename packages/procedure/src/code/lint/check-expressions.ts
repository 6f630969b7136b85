import type { Shape } from '../../cel/shape.ts'
import { listShape } from '../../cel/shape.ts'
import { membersAskedOf } from '../../cel/walk.ts'
import type { Finding } from '../finding.ts'
import type { ResolvedCode } from '../resolved-code.ts'
import { nearest } from '../rule-path.ts'
import type { Field, ItemField } from '../schema/forms.ts'
import { triggersOf } from '../schema/periods.ts'
import type { Period, Trigger } from '../schema/periods.ts'
import { dataShape, environmentFor, fieldShape, partyShape } from '../variables.ts'
import type { Place } from '../variables.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

type Expression = {
  section: 'actions' | 'forms' | 'periods' | 'tasks' | 'fees' | 'procedures'
  id: string
  inner: PropertyKey[]
  text: string
  place: Place
  expected: Shape
}

/** Every expression of a code is type-checked where it stands: names, types, cost, and the entries and clocks it asks for. */
export function checkExpressions(subject: LintSubject): Finding[] {
  const { code } = subject
  return expressionsOf(code).flatMap((expression) => {
    const { section, id, inner, text, place, expected } = expression
    const checked = environmentFor(code, place).check(text, expected)
    const at = { section, id, inner }
    if (!checked.ok) {
      const { message, line, column } = checked.problem
      const index =
        text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length +
        (line > 1 ? 1 : 0) +
        column -
        1
      return [
        findingAt(subject, { ...at, index }, { code: 'cel', message: `${inner.map(String).join('.')}: ${message}` }),
      ]
    }
    const entries = Object.keys(code.entries)
    const clocks = Object.keys(code.periods)
    return [
      ...unknownMembers(membersAskedOf(checked.ast, 'happened'), entries, 'entry type'),
      ...unknownMembers(membersAskedOf(checked.ast, 'running'), clocks, 'period'),
      ...unknownMembers(membersAskedOf(checked.ast, 'expired'), clocks, 'period'),
    ].map(({ message, fix, index }) =>
      findingAt(subject, { ...at, index }, { code: 'unresolved-reference', message, fix }),
    )
  })
}

function unknownMembers(asked: { text: string; at: number }[], known: string[], kind: string) {
  return asked
    .filter(({ text }) => !known.includes(text.split('@')[0] ?? text))
    .map(({ text, at }) => ({ message: `there is no ${kind} "${text}"`, fix: nearest(text, known), index: at }))
}

/** Every expression of a code, with what it may read where it stands and what it must yield. */
export function expressionsOf(code: ResolvedCode): Expression[] {
  return [...ofActions(code), ...ofForms(code), ...ofPeriods(code), ...ofValues(code)]
}

function ofActions(code: ResolvedCode): Expression[] {
  return rulesIn(code, 'actions').flatMap(([id, action]) => {
    const found: Expression[] = []
    const add = (
      inner: PropertyKey[],
      text: string | undefined,
      expected: Shape,
      place: Place = { form: action.form },
    ) => {
      if (text !== undefined) found.push({ section: 'actions', id, inner, text, place, expected })
    }
    action.guards.forEach((guard, index) => add(['guards', index, 'when'], guard.when, 'bool'))
    action.tells.forEach((tell, index) => add(['tells', index, 'when'], tell.when, 'bool'))
    action.documents.forEach((one, index) => add(['documents', index, 'when'], one.when, 'bool'))
    for (const [index, write] of action.writes.entries()) {
      if (typeof write === 'string') continue
      const at = ['writes', index]
      const place = { form: action.form, each: write.forEach !== undefined }
      add([...at, 'when'], write.when, 'bool', place)
      add([...at, 'forEach'], write.forEach, listShape(partyShape))
      add([...at, 'subject'], write.subject, 'string')
      add([...at, 'on'], write.on, 'string', place)
      add([...at, 'corrects'], write.corrects, 'int', place)
      for (const [datum, text] of Object.entries(write.data)) {
        const type = code.entries[write.entry]?.data[datum]
        add([...at, 'data', datum], text, type === undefined ? 'dyn' : dataShape(type), place)
      }
    }
    return found
  })
}

function ofForms(code: ResolvedCode): Expression[] {
  return rulesIn(code, 'forms').flatMap(([id, form]) => {
    const found: Expression[] = []
    const add = (inner: PropertyKey[], text: string | undefined, expected: Shape, place: Place = { form: id }) => {
      if (text !== undefined) found.push({ section: 'forms', id, inner, text, place, expected })
    }
    const addField = (at: PropertyKey[], name: string, field: Field | ItemField, place: Place) => {
      add([...at, 'showWhen'], field.showWhen, 'bool', place)
      add([...at, 'check'], field.check, 'bool', place)
      add([...at, 'prefill'], field.prefill, fieldShape(name, field), place)
    }
    for (const [name, field] of Object.entries(form.fields)) {
      addField(['fields', name], name, field, { form: id })
      if (field.type !== 'list-of') continue
      for (const [inner, item] of Object.entries(field.item)) {
        addField(['fields', name, 'item', inner], inner, item, { form: id, listField: name })
      }
    }
    form.checks?.forEach((check, index) => add(['checks', index, 'when'], check.when, 'bool'))
    return found
  })
}

function ofPeriods(code: ResolvedCode): Expression[] {
  return rulesIn(code, 'periods').flatMap(([id, period]) => {
    const found: Expression[] = []
    const add = (inner: PropertyKey[], text: string | undefined, entries: string[]) => {
      if (text !== undefined) found.push({ section: 'periods', id, inner, text, place: { entries }, expected: 'bool' })
    }
    const started = triggersOf(period.starts).map((trigger) => trigger.on)
    add(['when'], period.when, started)
    period.variants?.forEach((variant, index) => add(['variants', index, 'when'], variant.when, started))
    for (const { inner, trigger } of conditionsOf(period)) add([...inner, 'when'], trigger.when, [trigger.on])
    return found
  })
}

type Condition = { on: string; when?: string | undefined }

/** The parts of a period that have an entry type and a condition, and where each stands. */
export function conditionsOf(period: Period): { inner: PropertyKey[]; trigger: Condition }[] {
  const listed = (name: 'starts' | 'restarts' | 'clears' | 'extends' | 'excludes') => {
    const value: unknown = period[name]
    const isList = Array.isArray(value)
    const items = (isList ? value : value === undefined ? [] : [value]) as (string | Trigger)[]
    return items.map((item, index) => ({
      inner: isList ? [name, index] : [name],
      trigger: typeof item === 'string' ? { on: item } : item,
    }))
  }
  return [
    ...listed('starts'),
    ...listed('restarts'),
    ...listed('clears'),
    ...listed('extends'),
    ...listed('excludes'),
    ...(period.transit ? [{ inner: ['transit'], trigger: period.transit }] : []),
  ]
}

function ofValues(code: ResolvedCode): Expression[] {
  const bool = 'bool' as const
  return [
    ...rulesIn(code, 'tasks').flatMap(([id, task]): Expression[] =>
      task.when === undefined
        ? []
        : [{ section: 'tasks', id, inner: ['when'], text: task.when, place: { entries: task.opens }, expected: bool }],
    ),
    ...rulesIn(code, 'fees').flatMap(([id, fee]): Expression[] => [
      { section: 'fees', id, inner: ['when'], text: fee.when, place: {}, expected: bool },
      ...(fee.halve === undefined
        ? []
        : [{ section: 'fees' as const, id, inner: ['halve'], text: fee.halve, place: {}, expected: bool }]),
    ]),
    ...rulesIn(code, 'procedures').map(([id, rule]): Expression => ({
      section: 'procedures',
      id,
      inner: ['when'],
      text: rule.when,
      place: {},
      expected: bool,
    })),
  ]
}
