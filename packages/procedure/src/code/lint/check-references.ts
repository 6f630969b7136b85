import type { Finding } from '../finding.ts'
import { nearest } from '../rule-path.ts'
import type { SectionName } from '../schema/pack.ts'
import { listOf } from '../schema/periods.ts'
import { conditionsOf } from './check-expressions.ts'
import { fieldsOf, linksOf } from './links.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

const singular: Partial<Record<SectionName, string>> = {
  entries: 'entry type',
  periods: 'period',
  states: 'state',
  roles: 'role',
  forms: 'form',
  documents: 'document',
  notices: 'notice',
  reasons: 'reason',
  materials: 'kind of material',
  consents: 'consent',
  tasks: 'task',
  actions: 'action',
  numbering: 'numbering rule',
  draws: 'draw rule',
  parameters: 'parameter',
}

/** Every id that a rule names must exist, and every datum must be declared by its entry type. */
export function checkReferences(subject: LintSubject): Finding[] {
  const { code } = subject
  const broken = linksOf(code)
    .filter(({ to, named }) => !Object.hasOwn(code[to], named))
    .map(({ section, id, inner, to, named }) =>
      findingAt(
        subject,
        { section, id, inner },
        {
          code: 'unresolved-reference',
          message: `${inner.map(String).join('.')}: there is no ${singular[to] ?? to} "${named}"`,
          fix: nearest(named, Object.keys(code[to])) || `declare it under ${to}`,
        },
      ),
    )
  return [...broken, ...checkData(subject), ...checkReasonKinds(subject), ...checkFormFields(subject)]
}

/** Data that periods, facts and writes name must be declared by the entry type. */
function checkData(subject: LintSubject): Finding[] {
  const { code } = subject
  const asked: { section: SectionName; id: string; inner: PropertyKey[]; type: string; datum: string }[] = [
    ...rulesIn(code, 'facts').flatMap(([id, fact]) =>
      Object.entries(fact.from).map(([type, datum]) => ({
        section: 'facts' as const,
        id,
        inner: ['from', type],
        type,
        datum,
      })),
    ),
    ...rulesIn(code, 'actions').flatMap(([id, action]) =>
      action.writes.flatMap((write, index) =>
        typeof write === 'string'
          ? []
          : Object.keys(write.data).map((datum) => ({
              section: 'actions' as const,
              id,
              inner: ['writes', index, 'data', datum],
              type: write.entry,
              datum,
            })),
      ),
    ),
    ...rulesIn(code, 'periods').flatMap(([id, period]) =>
      [
        ...conditionsOf(period).flatMap(({ inner, trigger }) =>
          'date' in trigger && typeof trigger.date === 'string'
            ? [{ inner, type: trigger.on, datum: trigger.date }]
            : [],
        ),
        ...listOf(period.extends).flatMap((rule) =>
          [rule.count, rule.unit].flatMap((from) =>
            typeof from === 'object' ? [{ inner: ['extends'], type: rule.on, datum: from.from }] : [],
          ),
        ),
        ...listOf(period.excludes).flatMap((rule) =>
          [rule.from, rule.to].map((datum) => ({ inner: ['excludes'], type: rule.on, datum })),
        ),
        ...(period.transit ? [{ inner: ['transit'], type: period.transit.on, datum: period.transit.days }] : []),
      ].map((one) => ({ section: 'periods' as const, id, ...one })),
    ),
  ]
  return asked
    .filter(({ type, datum }) => code.entries[type] !== undefined && code.entries[type].data[datum] === undefined)
    .map(({ section, id, inner, type, datum }) =>
      findingAt(
        subject,
        { section, id, inner },
        {
          code: 'unknown-datum',
          message: `the entry type ${type} has no datum "${datum}"`,
          fix:
            nearest(datum, Object.keys(code.entries[type]?.data ?? {})) || `declare it: entries.${type}.data.${datum}`,
        },
      ),
    )
}

/** A field that asks for coded reasons needs some to offer. */
function checkReasonKinds(subject: LintSubject): Finding[] {
  const kinds = new Set(rulesIn(subject.code, 'reasons').map(([, reason]) => reason.kind))
  return rulesIn(subject.code, 'forms').flatMap(([id, form]) =>
    fieldsOf(form.fields).flatMap(({ inner, field }) =>
      field.type === 'reasons' && !kinds.has(field.kind)
        ? [
            findingAt(
              subject,
              { section: 'forms', id, inner: [...inner, 'kind'] },
              {
                code: 'missing-reasons',
                message: `the form offers reasons of kind "${field.kind}", and there are none`,
                fix: nearest(field.kind, [...kinds]) || 'write them under reasons',
              },
            ),
          ]
        : [],
    ),
  )
}

/** Form fields that an action or a step of the form names. */
function checkFormFields(subject: LintSubject): Finding[] {
  const { code } = subject
  const ofAction = rulesIn(code, 'actions').flatMap(([id, action]) => {
    const fields = action.form === undefined ? {} : (code.forms[action.form]?.fields ?? {})
    const named = [
      ...(['dated', 'timed', 'subject'] as const).map((inner) => ({ inner: [inner], name: action[inner] })),
      ...action.writes.flatMap((write, index) =>
        typeof write === 'string'
          ? []
          : write.commit.map((name, at) => ({ inner: ['writes', index, 'commit', at], name })),
      ),
    ]
    return named.flatMap(({ inner, name }) =>
      name === undefined || fields[name] !== undefined
        ? []
        : [{ section: 'actions' as const, id, inner, name, known: Object.keys(fields) }],
    )
  })
  const ofSteps = rulesIn(code, 'forms').flatMap(([id, form]) =>
    (form.steps ?? []).flatMap((step, index) =>
      step.fields.flatMap((name, at) =>
        form.fields[name] !== undefined
          ? []
          : [
              {
                section: 'forms' as const,
                id,
                inner: ['steps', index, 'fields', at],
                name,
                known: Object.keys(form.fields),
              },
            ],
      ),
    ),
  )
  return [...ofAction, ...ofSteps].map(({ section, id, inner, name, known }) =>
    findingAt(
      subject,
      { section, id, inner },
      { code: 'unresolved-reference', message: `the form has no field "${name}"`, fix: nearest(name, known) },
    ),
  )
}
