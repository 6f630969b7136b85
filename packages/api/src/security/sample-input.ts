import { z } from 'zod'

type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
}

/** One place of an input where a text may stand, as the way there. */
export type Place = readonly (string | number)[]

export const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Schema

/** An input of the right shape, every optional part present, and the places of its free texts. `ids` stand where ids are asked for. */
export function sampleInput(schema: Schema, id: string): { value: unknown; texts: Place[] } {
  const texts: Place[] = []
  const value = build(schema, [], { id, texts, depth: 0 })
  return { value, texts }
}

type Building = { id: string; texts: Place[]; depth: number }

function build(schema: Schema, place: Place, building: Building): unknown {
  if (building.depth > 8) return null
  const deeper = { ...building, depth: building.depth + 1 }
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (choice) return build(choice, place, deeper)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return buildObject(schema, place, deeper)
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((item, index) => build(item, [...place, index], deeper))
        : schema.items
          ? Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_, index) =>
              build(schema.items ?? {}, [...place, index], deeper),
            )
          : []
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    case 'null':
      return null
    case 'string':
      return buildText(schema, place, building)
    default:
      // Anything at all, as in a form of the code: a text is something.
      building.texts.push(place)
      return 'x'
  }
}

function buildObject(schema: Schema, place: Place, building: Building): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    value[name] = build(inner, [...place, name], building)
  if (typeof schema.additionalProperties === 'object')
    value['some'] = build(schema.additionalProperties, [...place, 'some'], building)
  return value
}

function buildText(schema: Schema, place: Place, { id, texts }: Building): string {
  if (schema.format === 'uuid') return id
  texts.push(place)
  if (schema.pattern) return samples.find((sample) => new RegExp(schema.pattern ?? '', 'u').test(sample)) ?? 'a'
  return 'x'.repeat(Math.max(8, schema.minLength ?? 0))
}

const samples = [
  'abc',
  '2026-03-02',
  'a'.repeat(64),
  `${'0'.repeat(24)}-${'0'.repeat(32)}`,
  '试0101',
  '1',
  'a@b.example',
]

/** A copy with `text` at one place. */
export function withText(value: unknown, place: Place, text: unknown): unknown {
  const [first, ...rest] = place
  if (first === undefined) return text
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[first] = withText(copy[first], rest, text)
  return copy
}

/** Every object inside that takes keys nobody named, as a path; a record says what its values are and is meant. */
export function openObjects(schema: Schema, path = ''): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(([name, one]) => [`${path}.${name}`, one] as const),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(schema.prefixItems ?? [])].map(
      (one) => [path, one] as const,
    ),
    ...(schema.items ? [[`${path}[]`, schema.items] as const] : []),
    ...(typeof schema.additionalProperties === 'object' ? [[`${path}.*`, schema.additionalProperties] as const] : []),
  ]
  const isOpen = schema.properties !== undefined && schema.additionalProperties !== false
  return [...(isOpen ? [path || '(whole)'] : []), ...inner.flatMap(([at, one]) => openObjects(one, at))]
}
