import type { Finding } from '../finding.ts'
import type { ResolvedCode } from '../resolved-code.ts'
import { nearest } from '../rule-path.ts'
import type { Field, ItemField } from '../schema/forms.ts'
import type { SectionName } from '../schema/pack.ts'
import { listOf } from '../schema/periods.ts'
import type { PeriodRule } from '../schema/period-rule.ts'
import { conditionsOf } from './check-expressions.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

type Link = { section: SectionName; id: string; inner: PropertyKey[]; to: SectionName; named: string }

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

/** Words that stand for somebody without being a role. */
const addressees = new Set(['subject', 'parties', 'others'])

/** Every id that a rule names must exist, and every datum must be declared by its entry type. */
export function checkReferences(subject: LintSubject): Finding[] {
  const { code } = subject
  const links = [...ofActions(code), ...ofForms(code), ...ofPeriods(code), ...ofOthers(code)]
  const broken = links
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

function ofActions(code: ResolvedCode): Link[] {
  return rulesIn(code, 'actions').flatMap(([id, action]) => {
    const link = (inner: PropertyKey[], to: SectionName, named: string | undefined): Link[] =>
      named === undefined ? [] : [{ section: 'actions', id, inner, to, named }]
    return [
      ...action.by.flatMap((role, index) => link(['by', index], 'roles', role)),
      ...(action.from === '*' ? [] : action.from.flatMap((state, index) => link(['from', index], 'states', state))),
      ...link(['to'], 'states', action.to),
      ...link(['form'], 'forms', action.form),
      ...link(['numbering'], 'numbering', action.numbering),
      ...link(['draw'], 'draws', action.draw),
      ...action.materials.flatMap((type, index) => link(['materials', index], 'materials', type)),
      ...action.writes.flatMap((write, index) =>
        typeof write === 'string'
          ? link(['writes', index], 'entries', write)
          : link(['writes', index, 'entry'], 'entries', write.entry),
      ),
      ...action.documents.flatMap((one, index) => [
        ...link(['documents', index, 'document'], 'documents', one.document),
        ...link(['documents', index, 'due'], 'periods', one.due),
        ...(one.to === undefined || addressees.has(one.to) ? [] : link(['documents', index, 'to'], 'roles', one.to)),
      ]),
      ...action.tells.flatMap((tell, index) => [
        ...link(['tells', index, 'notice'], 'notices', tell.notice),
        ...link(['tells', index, 'due'], 'periods', tell.due),
        ...(addressees.has(tell.who) ? [] : link(['tells', index, 'who'], 'roles', tell.who)),
      ]),
    ]
  })
}

function ofForms(code: ResolvedCode): Link[] {
  return rulesIn(code, 'forms').flatMap(([id, form]) =>
    fieldsOf(form.fields).flatMap(({ inner, field }): Link[] => {
      const links = (name: string, to: SectionName, named: readonly string[] | undefined): Link[] =>
        (named ?? []).map((one, index) => ({ section: 'forms', id, inner: [...inner, name, index], to, named: one }))
      switch (field.type) {
        case 'party-list':
          return [...links('roles', 'roles', field.roles), ...links('needs', 'roles', field.needs)]
        case 'party-ref':
        case 'staff-ref':
          return links('roles', 'roles', field.roles)
        case 'material-list':
          return [...links('types', 'materials', field.types), ...links('needs', 'materials', field.needs)]
        case 'clock-ref':
          return links('periods', 'periods', field.periods)
        case 'entry-ref':
          return links('entries', 'entries', field.entries)
        case 'consent':
          return [{ section: 'forms', id, inner: [...inner, 'consent'], to: 'consents', named: field.consent }]
        default:
          return []
      }
    }),
  )
}

function ofPeriods(code: ResolvedCode): Link[] {
  return rulesIn(code, 'periods').flatMap(([id, period]) => {
    const link = (inner: PropertyKey[], to: SectionName, named: string | undefined): Link[] =>
      named === undefined ? [] : [{ section: 'periods', id, inner, to, named }]
    const rules: [PropertyKey[], PeriodRule][] = [
      [['rule'], period.rule],
      ...(period.variants ?? []).map((one, index): [PropertyKey[], PeriodRule] => [
        ['variants', index, 'rule'],
        one.rule,
      ]),
    ]
    return [
      ...(['court', 'parties'].includes(period.whose) ? [] : link(['whose'], 'roles', period.whose)),
      ...conditionsOf(period).flatMap(({ inner, trigger }) => link(inner, 'entries', trigger.on)),
      ...listOf(period.stops).flatMap((stop, at) =>
        (['on', 'until'] as const).flatMap((name) =>
          stop[name].flatMap((type, index) =>
            link(Array.isArray(period.stops) ? ['stops', at, name, index] : ['stops', name, index], 'entries', type),
          ),
        ),
      ),
      ...(typeof period.onExpiry?.task === 'string' ? link(['onExpiry', 'task'], 'tasks', period.onExpiry.task) : []),
      ...link(['onExpiry', 'to'], 'roles', period.onExpiry?.to),
      ...link(['onExpiry', 'action'], 'actions', period.onExpiry?.action),
      ...(period.onExpiry?.tells ?? []).flatMap((tell, index) => [
        ...link(['onExpiry', 'tells', index, 'notice'], 'notices', tell.notice),
        ...(addressees.has(tell.who) ? [] : link(['onExpiry', 'tells', index, 'who'], 'roles', tell.who)),
      ]),
      ...(period.reminders ?? []).flatMap((one, index) => [
        ...link(['reminders', index, 'notice'], 'notices', one.notice),
        ...(addressees.has(one.who) ? [] : link(['reminders', index, 'who'], 'roles', one.who)),
      ]),
      ...rules.flatMap(([inner, rule]) =>
        typeof rule.count === 'object' && 'parameter' in rule.count
          ? link([...inner, 'count', 'parameter'], 'parameters', rule.count.parameter)
          : [],
      ),
    ]
  })
}

function ofOthers(code: ResolvedCode): Link[] {
  const many = (section: SectionName, id: string, inner: string, to: SectionName, named: readonly string[]): Link[] =>
    named.map((one, index) => ({ section, id, inner: [inner, index], to, named: one }))
  return [
    ...rulesIn(code, 'states').flatMap(([id, state]) => many('states', id, 'holder', 'roles', state.holder)),
    ...rulesIn(code, 'entries').flatMap(([id, type]) =>
      type.enters === undefined
        ? []
        : [{ section: 'entries' as const, id, inner: ['enters'], to: 'states' as const, named: type.enters }],
    ),
    ...rulesIn(code, 'facts').flatMap(([id, fact]) =>
      Object.keys(fact.from).map((type): Link => ({
        section: 'facts',
        id,
        inner: ['from', type],
        to: 'entries',
        named: type,
      })),
    ),
    ...rulesIn(code, 'tasks').flatMap(([id, task]) => [
      ...many('tasks', id, 'opens', 'entries', task.opens),
      ...many('tasks', id, 'closes', 'entries', task.closes),
      ...(['to', 'action', 'period'] as const).flatMap((inner): Link[] => {
        const named = task[inner]
        const to = ({ to: 'roles', action: 'actions', period: 'periods' } as const)[inner]
        return named === undefined ? [] : [{ section: 'tasks', id, inner: [inner], to, named }]
      }),
    ]),
    ...rulesIn(code, 'rights').flatMap(([id, right]) => [
      ...many('rights', id, 'who', 'roles', right.who),
      ...(right.entries === '*' ? [] : many('rights', id, 'entries', 'entries', right.entries)),
      ...(right.materials === '*' ? [] : many('rights', id, 'materials', 'materials', right.materials)),
      ...many('rights', id, 'states', 'states', right.states ?? []),
      ...many('rights', id, 'notInStates', 'states', right.notInStates ?? []),
    ]),
    ...rulesIn(code, 'service').flatMap(([id, rule]) => [
      ...many('service', id, 'requires', 'entries', rule.requires),
      ...Object.keys(rule.electronic).map((document): Link => ({
        section: 'service',
        id,
        inner: ['electronic', document],
        to: 'documents',
        named: document,
      })),
    ]),
    ...rulesIn(code, 'draws').map(([id, draw]): Link => ({
      section: 'draws',
      id,
      inner: ['pool'],
      to: 'roles',
      named: draw.pool,
    })),
    ...rulesIn(code, 'retention').flatMap(([id, rule]) => many('retention', id, 'after', 'entries', rule.after)),
  ]
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

function fieldsOf(fields: Record<string, Field>): { inner: PropertyKey[]; field: Field | ItemField }[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    { inner: ['fields', name], field },
    ...(field.type === 'list-of'
      ? Object.entries(field.item).map(([item, one]) => ({ inner: ['fields', name, 'item', item], field: one }))
      : []),
  ])
}
