import { createCelEnvironment } from '../cel/environment.ts'
import type { CelEnvironment, Variables } from '../cel/environment.ts'
import { listShape, recordShape } from '../cel/shape.ts'
import type { Shape } from '../cel/shape.ts'
import type { ResolvedCode } from './resolved-code.ts'
import type { DataType } from './schema/entries.ts'
import type { Field, Form, ItemField } from './schema/forms.ts'

const partyFields = { id: 'string', role: 'string', kind: 'string', abroad: 'bool', missing: 'bool' } as const

export const partyShape = recordShape('Party', partyFields)
export const subjectShape = recordShape('Subject', { ...partyFields, happened: listShape('string') })
const actorShape = recordShape('Actor', {
  id: 'string',
  kind: 'string',
  roles: listShape('string'),
  identityLevel: 'int',
  partyId: 'string',
  happened: listShape('string'),
})
/** What the engine computes beside the facts: the procedure and the fee that the rules propose. */
const proposedShape = recordShape('Proposed', { procedure: 'string', feeFen: 'int' })
const courtShape = recordShape('Court', { code: 'string', level: 'string' })
const materialShape = recordShape('Material', {
  id: 'string',
  type: 'string',
  title: 'string',
  sha256: 'string',
  pages: 'int',
})

/** Where an expression stands decides what it may read. */
export type Place = {
  /** Form whose values it reads as `input`. */
  form?: string | undefined
  /** List field of that form whose item it reads as `item`. */
  listField?: string | undefined
  /** Entry types whose data it reads as `entry`. */
  entries?: readonly string[] | undefined
  /** Inside forEach, the party is `each`. */
  each?: boolean | undefined
}

const environments = new WeakMap<ResolvedCode, Map<string, CelEnvironment>>()

/** The typed environment of a place in a code, made once. Personal fields of a form do not exist for expressions. */
export function environmentFor(code: ResolvedCode, place: Place): CelEnvironment {
  let known = environments.get(code)
  if (known === undefined) environments.set(code, (known = new Map()))
  const key = JSON.stringify([place.form, place.listField, place.entries, place.each])
  let environment = known.get(key)
  if (environment === undefined) known.set(key, (environment = createCelEnvironment(variablesFor(code, place))))
  return environment
}

function variablesFor(code: ResolvedCode, place: Place): Variables {
  const variables: Variables = {
    facts: recordShape(
      'Facts',
      Object.fromEntries(Object.entries(code.facts).map(([id, fact]) => [id, shapeOf(fact.type)])),
    ),
    params: recordShape(
      'Params',
      Object.fromEntries(Object.entries(code.parameters).map(([id, one]) => [id, shapeOf(one.type)])),
    ),
    parties: listShape(partyShape),
    subject: subjectShape,
    actor: actorShape,
    court: courtShape,
    today: 'string',
    happened: listShape('string'),
    running: listShape('string'),
    expired: listShape('string'),
    consents: { map: 'string' },
    electronic: { map: 'bool' },
    electronicRequires: listShape('string'),
    proposed: proposedShape,
  }
  const form = place.form === undefined ? undefined : code.forms[place.form]
  if (form !== undefined) {
    variables['input'] = inputShape(form)
    const list = place.listField === undefined ? undefined : form.fields[place.listField]
    if (list?.type === 'list-of') variables['item'] = itemShape(place.listField ?? '', list.item)
  }
  if (place.entries !== undefined) variables['entry'] = entryShape(code, place.entries)
  if (place.each) variables['each'] = partyShape
  return variables
}

export function inputShape(form: Form): Shape {
  const fields: Record<string, Shape> = {}
  for (const [id, field] of Object.entries(form.fields)) if (!field.personal) fields[id] = fieldShape(id, field)
  return recordShape('Input', fields)
}

function itemShape(id: string, item: Record<string, ItemField>): Shape {
  const fields: Record<string, Shape> = { id: 'string' }
  for (const [name, field] of Object.entries(item)) if (!field.personal) fields[name] = fieldShape(name, field)
  return recordShape(`${id[0]?.toUpperCase() ?? ''}${id.slice(1)}Item`, fields)
}

export function fieldShape(id: string, field: Field | ItemField): Shape {
  switch (field.type) {
    case 'amount':
    case 'entry-ref':
      return 'int'
    case 'number':
      return field.decimals ? 'double' : 'int'
    case 'boolean':
    case 'consent':
      return 'bool'
    case 'multi-choice':
    case 'reasons':
      return listShape('string')
    case 'party-list':
      return listShape(partyShape)
    case 'material-list':
      return listShape(materialShape)
    case 'list-of':
      return listShape(itemShape(id, field.item))
    case 'person':
    case 'address':
      return 'dyn'
    default:
      return 'string'
  }
}

/** The data of one entry type are typed; of several, only by what they share. */
function entryShape(code: ResolvedCode, types: readonly string[]): Shape {
  const fields: Record<string, Shape> = {}
  for (const type of types) {
    for (const [id, data] of Object.entries(code.entries[type]?.data ?? {})) {
      const shape = dataShape(data)
      fields[id] = fields[id] === undefined || JSON.stringify(fields[id]) === JSON.stringify(shape) ? shape : 'dyn'
    }
  }
  return recordShape('EntryData', fields)
}

export function dataShape(type: DataType): Shape {
  if (type === 'json') return 'dyn'
  if (type === 'parties') return listShape(partyShape)
  return shapeOf(type)
}

function shapeOf(type: 'string' | 'int' | 'double' | 'bool' | 'date' | 'list<string>' | 'list<int>'): Shape {
  if (type === 'list<string>') return listShape('string')
  if (type === 'list<int>') return listShape('int')
  return type === 'date' ? 'string' : type
}
