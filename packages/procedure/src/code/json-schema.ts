import { z } from 'zod'
import { packFileSchema, sectionSchemas } from './schema/pack.ts'
import { scenarioSchema } from './schema/scenario.ts'

/**
 * JSON Schema of everything a codes folder may hold, for editors. The root is a pack in one file (or pack.yaml);
 * `#/$defs/<section>` is `<section>.yaml`, `#/$defs/<section>-rule` is `<section>/<id>.yaml`, `#/$defs/scenario` is `examples/*.yaml`.
 */
export function packJsonSchema(): Record<string, unknown> {
  const options = { io: 'input', unrepresentable: 'any' } as const
  const defs: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(sectionSchemas)) {
    defs[name] = withoutDialect(z.toJSONSchema(schema, options))
    defs[`${name}-rule`] = withoutDialect(z.toJSONSchema(schema.valueType as z.ZodType, options))
  }
  defs['scenario'] = withoutDialect(z.toJSONSchema(scenarioSchema, options))
  const properties = Object.fromEntries(Object.keys(sectionSchemas).map((name) => [name, { $ref: `#/$defs/${name}` }]))
  const root = z.toJSONSchema(packFileSchema, options) as { properties: Record<string, unknown> }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Procedure code pack',
    ...withoutDialect(root),
    properties: { ...root.properties, ...properties },
    $defs: defs,
  }
}

function withoutDialect(schema: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'))
}
