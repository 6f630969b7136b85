import { z } from 'zod'
import { actionSchema } from './actions.ts'
import { entryTypeSchema, factSchema } from './entries.ts'
import { consentSchema, formSchema, materialTypeSchema, reasonSchema } from './forms.ts'
import { periodSchema } from './periods.ts'
import { referenceSchema } from './reference.ts'
import { rightSchema } from './rights.ts'
import { layerSchema, transitionSchema } from './rule.ts'
import { roleSchema, stateSchema } from './states.ts'
import { camelId, kebabId, plainDate, wordsSchema } from './words.ts'
import * as values from './values.ts'

export const sectionSchemas = {
  roles: z.record(kebabId, roleSchema),
  states: z.record(kebabId, stateSchema),
  entries: z.record(kebabId, entryTypeSchema),
  facts: z.record(camelId, factSchema),
  actions: z.record(kebabId, actionSchema),
  forms: z.record(kebabId, formSchema),
  consents: z.record(kebabId, consentSchema),
  materials: z.record(kebabId, materialTypeSchema),
  reasons: z.record(kebabId, reasonSchema),
  periods: z.record(kebabId, periodSchema),
  tasks: z.record(kebabId, values.taskSchema),
  parameters: z.record(camelId, values.parameterSchema),
  fees: z.record(kebabId, values.feeSchema),
  numbering: z.record(kebabId, values.numberingSchema),
  procedures: z.record(kebabId, values.procedureSchema),
  draws: z.record(kebabId, values.drawSchema),
  documents: z.record(kebabId, values.documentSchema),
  notices: z.record(kebabId, values.noticeSchema),
  rights: z.record(kebabId, rightSchema),
  limits: z.record(kebabId, values.limitSchema),
  service: z.record(kebabId, values.serviceSchema),
  retention: z.record(kebabId, values.retentionSchema),
} as const

export type SectionName = keyof typeof sectionSchemas
export const sectionNames = Object.keys(sectionSchemas) as SectionName[]

export const headerSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z][a-z0-9]*([.-][a-z0-9\u4e00-\u9fff]+)*$/,
        'a pack id is dotted, such as cn.zhejiang or court.浙0212',
      ),
    version: z.string().regex(/^\d{4}\.\d+$/, 'a version is year and number, such as 2026.1'),
    layer: layerSchema,
    title: wordsSchema,
    reference: referenceSchema.optional(),
    extends: z.array(z.string()).default([]).describe('Packs this one stands on'),
    courts: z.array(z.string()).optional().describe('Court codes it is meant for; a prefix with * covers all below'),
    from: plainDate.describe('First day in force'),
    to: plainDate.optional().describe('Last day in force'),
    transition: transitionSchema.default('filed-after'),
    zone: z.string().default('Asia/Shanghai'),
  })
  .describe('Head of a pack')

export type PackHeader = z.infer<typeof headerSchema>

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))])

export const setItemSchema = z.union([
  scalar,
  z.strictObject({
    value: z.unknown().describe('The new value'),
    reference: referenceSchema.optional().describe('Where the change comes from'),
    note: wordsSchema.optional(),
  }),
])

export const setSchema = z
  .record(z.string(), setItemSchema)
  .describe('Changes to rules of the packs below it, by path: filing-decision.rule.count: { value: 5, reference: … }')

/** A pack in one file. In a folder `pack.yaml` holds the head, and every section may stand in files of its own. */
export const packFileSchema = z.strictObject({
  ...headerSchema.shape,
  set: setSchema.optional(),
  ...Object.fromEntries(Object.entries(sectionSchemas).map(([name, schema]) => [name, schema.optional()])),
})

export type Sections = { [Name in SectionName]: z.infer<(typeof sectionSchemas)[Name]> }
export type RuleOf<Name extends SectionName> = Sections[Name][string]
export type SetItem = { value: unknown; reference?: z.infer<typeof referenceSchema> | undefined }
