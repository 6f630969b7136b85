import type { ResolvedCode } from '../resolved-code.ts'
import type { Field, ItemField } from '../schema/forms.ts'
import type { SectionName } from '../schema/pack.ts'
import { listOf } from '../schema/periods.ts'
import type { PeriodRule } from '../schema/period-rule.ts'
import { conditionsOf } from './check-expressions.ts'
import { rulesIn } from './lint-subject.ts'

/** A place in a rule that names another rule. */
export type Link = { section: SectionName; id: string; inner: PropertyKey[]; to: SectionName; named: string }

/** Words that stand for somebody without being a role. */
const addressees = new Set(['subject', 'parties', 'others'])

/** Every place in a code where one rule names another. */
export function linksOf(code: ResolvedCode): Link[] {
  return [...ofActions(code), ...ofForms(code), ...ofPeriods(code), ...ofOthers(code)]
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

/** The fields of a form and of the items of its lists, with where each stands. */
export function fieldsOf(fields: Record<string, Field>): { inner: PropertyKey[]; field: Field | ItemField }[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    { inner: ['fields', name], field },
    ...(field.type === 'list-of'
      ? Object.entries(field.item).map(([item, one]) => ({ inner: ['fields', name, 'item', item], field: one }))
      : []),
  ])
}
