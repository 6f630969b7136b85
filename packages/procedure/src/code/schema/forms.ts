import { z } from 'zod'
import { ruleBase } from './rule.ts'
import { camelId, celText, kebabId, plainDate, wordsSchema } from './words.ts'

const choiceSchema = z.strictObject({
  value: z.string().min(1),
  label: wordsSchema,
  help: wordsSchema.optional(),
})

const fieldBase = {
  label: wordsSchema,
  help: wordsSchema.optional().describe('One sentence under the label'),
  required: z.boolean().optional(),
  showWhen: celText.optional().describe('The field is shown, and required, only when this holds over input and facts'),
  check: celText.optional().describe('Must hold over input when the field is filled'),
  checkMessage: wordsSchema.optional().describe('Said when `check` does not hold'),
  personal: z.boolean().optional().describe('Personal data: never copied to the docket, only committed to'),
  prefill: celText.optional().describe('A value offered at first'),
}

const textLike = {
  ...fieldBase,
  minLength: z.number().int().nonnegative().optional(),
  maxLength: z.number().int().positive().optional(),
  pattern: z
    .string()
    .optional()
    .describe('A JavaScript regular expression without backtracking traps, for the whole text'),
}

const simpleFields = [
  z.strictObject({ type: z.literal('text'), ...textLike }),
  z.strictObject({ type: z.literal('longtext'), ...textLike }),
  z.strictObject({
    type: z.literal('date'),
    ...fieldBase,
    min: z.union([plainDate, z.enum(['today', 'filed'])]).optional(),
    max: z.union([plainDate, z.enum(['today'])]).optional(),
  }),
  z.strictObject({ type: z.literal('time'), ...fieldBase }),
  z.strictObject({
    type: z.literal('amount'),
    ...fieldBase,
    minFen: z.number().int().optional(),
    maxFen: z.number().int().optional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    ...fieldBase,
    choices: z.array(choiceSchema).min(1),
    source: z.never().optional(),
  }),
  z.strictObject({ type: z.literal('multi-choice'), ...fieldBase, choices: z.array(choiceSchema).min(1) }),
  z.strictObject({
    type: z.literal('reasons'),
    ...fieldBase,
    kind: kebabId.describe('Coded reasons of this kind, one or more'),
  }),
  z.strictObject({ type: z.literal('cause'), ...fieldBase }),
  z.strictObject({ type: z.literal('boolean'), ...fieldBase }),
  z.strictObject({
    type: z.literal('number'),
    ...fieldBase,
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('person'), ...fieldBase }),
  z.strictObject({
    type: z.literal('party-ref'),
    ...fieldBase,
    roles: z.array(kebabId).optional().describe('Only parties in these roles are offered'),
  }),
  z.strictObject({ type: z.literal('clock-ref'), ...fieldBase, periods: z.array(kebabId).optional() }),
  z.strictObject({ type: z.literal('entry-ref'), ...fieldBase, entries: z.array(kebabId).optional() }),
  z.strictObject({ type: z.literal('staff-ref'), ...fieldBase, roles: z.array(kebabId).min(1) }),
  z.strictObject({
    type: z.literal('party-list'),
    ...fieldBase,
    roles: z.array(kebabId).min(1).describe('Roles a party may have in this form'),
    needs: z.array(kebabId).default([]).describe('At least one party in each of these roles'),
    maxItems: z.number().int().positive().optional(),
  }),
  z.strictObject({
    type: z.literal('material-list'),
    ...fieldBase,
    types: z.array(kebabId).min(1).describe('Kinds of material that may be added'),
    needs: z.array(kebabId).default([]).describe('Kinds that must be there'),
  }),
  z.strictObject({
    type: z.literal('consent'),
    ...fieldBase,
    consent: kebabId.describe('The consent text that is shown and recorded'),
  }),
  z.strictObject({ type: z.literal('signature'), ...fieldBase }),
  z.strictObject({ type: z.literal('address'), ...fieldBase, electronic: z.boolean().optional() }),
] as const

export const itemFieldSchema = z.discriminatedUnion('type', [...simpleFields]).meta({ id: 'item-field' })
export type ItemField = z.infer<typeof itemFieldSchema>

const listField = z
  .strictObject({
    type: z.literal('list-of'),
    ...fieldBase,
    minItems: z.number().int().nonnegative().optional(),
    maxItems: z.number().int().positive().optional(),
    item: z.record(camelId, itemFieldSchema).describe('The fields of one item; every item has an id besides'),
  })
  .describe('A group that can be repeated, such as one claim')

export const fieldSchema = z.discriminatedUnion('type', [...simpleFields, listField]).meta({ id: 'field' })
export type Field = z.infer<typeof fieldSchema>

export const formSchema = z
  .strictObject({
    ...ruleBase,
    steps: z
      .array(
        z.strictObject({
          id: kebabId,
          title: wordsSchema,
          help: wordsSchema.optional(),
          fields: z.array(camelId).min(1),
        }),
      )
      .optional()
      .describe('Pages of a wizard. Without steps the form is one page'),
    fields: z.record(camelId, fieldSchema),
    checks: z
      .array(z.strictObject({ id: kebabId, when: celText, message: wordsSchema }))
      .optional()
      .describe('Rules over several fields: `when` must hold'),
  })
  .describe('What a person fills in. The screen is drawn from it')

export type Form = z.infer<typeof formSchema>

export const consentSchema = z
  .strictObject({
    ...ruleBase,
    version: z.string().min(1).describe('Recorded with the consent, beside the hash of the text'),
    text: wordsSchema.describe('The text that is shown before agreeing'),
    stage: kebabId.describe('Consent to one stage is not consent to others'),
  })
  .describe('A text a person agrees to')

export type Consent = z.infer<typeof consentSchema>

export const materialTypeSchema = z
  .strictObject({
    ...ruleBase,
    volume: z.enum(['main', 'internal']).default('main'),
    copies: z.enum(['one', 'per-defendant']).default('one'),
    maxPages: z.number().int().positive().optional(),
  })
  .describe('A kind of material: complaint, identity document, evidence')

export type MaterialType = z.infer<typeof materialTypeSchema>

export const reasonSchema = z
  .strictObject({
    ...ruleBase,
    kind: kebabId.describe('return, refuse, stay, extend …'),
    text: wordsSchema.describe('The sentence that stands in the notice'),
    mend: wordsSchema.optional().describe('How to put it right'),
    field: camelId.optional().describe('The field of the filing form it is about'),
    order: z.number().int().optional(),
  })
  .describe('A coded reason')

export type Reason = z.infer<typeof reasonSchema>
