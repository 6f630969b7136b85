import { z } from 'zod'
import { headerSchema, sectionSchemas, setSchema } from './schema/pack.ts'
import { scenarioSchema } from './schema/scenario.ts'

type Json = Record<string, unknown>

/**
 * JSON Schema of everything a codes folder may hold, for editors. The root is a pack in one file (or pack.yaml);
 * `#/$defs/<section>` is `<section>.yaml`, `#/$defs/<section>-rule` is `<section>/<id>.yaml`, `#/$defs/scenario` is `examples/*.yaml`.
 */
export function packJsonSchema(): Json {
  const defs: Json = {}
  const emit = (schema: z.ZodType): Json => {
    const {
      $schema: _dialect,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
    Object.assign(defs, $defs)
    return rest
  }
  const head = emit(headerSchema) as { properties: Json }
  const sections: Json = {}
  for (const [name, schema] of Object.entries(sectionSchemas)) {
    defs[`${name}-rule`] = emit(schema.valueType as z.ZodType)
    const keys = emit(schema.keyType as z.ZodType)
    defs[name] = { type: 'object', propertyNames: keys, additionalProperties: { $ref: `#/$defs/${name}-rule` } }
    sections[name] = { $ref: `#/$defs/${name}` }
  }
  defs['set'] = emit(setSchema)
  defs['scenario'] = emit(scenarioSchema)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...head,
    title: 'Procedure code pack',
    properties: { ...head.properties, ...sections, set: { $ref: '#/$defs/set' } },
    $defs: defs,
  }
}
