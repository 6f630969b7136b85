import { z } from 'zod'
import { referenceSchema } from './reference.ts'
import { ruleBase } from './rule.ts'
import { camelId, celText, kebabId, wordsSchema } from './words.ts'

const guardSchema = z
  .strictObject({
    id: kebabId.describe('Stable within the action; a refusal names <action>.<guard>'),
    when: celText.describe('Must hold, or the action is refused'),
    refusal: wordsSchema.describe('What the person is told'),
    reference: referenceSchema.optional(),
  })
  .describe('A condition for the action')

export type Guard = z.infer<typeof guardSchema>

const writeSchema = z.union([
  kebabId,
  z
    .strictObject({
      entry: kebabId,
      data: z
        .record(camelId, celText)
        .default({})
        .describe('Datum of the entry → expression over input, facts, parties'),
      commit: z
        .array(camelId)
        .default([])
        .describe('Personal fields of the form that enter only as salted commitments'),
      when: celText.optional().describe('Written only when this holds'),
      forEach: celText
        .optional()
        .describe('One entry per party of this list, with the party as `subject`, read as `each`'),
      subject: celText.optional().describe('Party id the entry concerns'),
      on: celText.optional().describe('Legal date of the fact, when it is not the date of the action'),
      corrects: celText.optional().describe('seq of the entry that this one voids'),
      allocates: z
        .enum(['case-number', 'judge-draw'])
        .optional()
        .describe('Data come from the number or draw allocated for it'),
    })
    .describe('One entry that the action writes'),
])

export type Write = Exclude<z.infer<typeof writeSchema>, string>

export const tellSchema = z
  .strictObject({
    who: kebabId.describe(
      'A role, `subject` (the party concerned), `parties` (all), or `others` (all but the subject)',
    ),
    notice: kebabId,
    channels: z
      .array(z.enum(['app', 'mail', 'sms']))
      .min(1)
      .optional(),
    when: celText.optional(),
    due: kebabId.optional().describe('The clock whose last day the notice names as {due}'),
  })
  .describe('Who is told')

export type Tell = z.infer<typeof tellSchema>

export const actionSchema = z
  .strictObject({
    ...ruleBase,
    by: z.array(kebabId).min(1).describe('Roles that may do it'),
    from: z
      .union([z.literal('*'), z.array(kebabId).min(1)])
      .describe('States in which it may be done; * = every state that is not terminal or initial'),
    to: kebabId.optional().describe('The state it leads to (what its entries enter; checked)'),
    form: kebabId.optional().describe('The form to fill in'),
    materials: z.array(kebabId).default([]).describe('Kinds of material that must be in the form'),
    guards: z.array(guardSchema).default([]),
    dated: camelId.optional().describe('The form field that holds the legal date of the fact; otherwise today'),
    timed: camelId.optional().describe('The form field that holds its time of day'),
    subject: camelId.optional().describe('The form field (party-ref) that names the party concerned'),
    writes: z.array(writeSchema).min(1).describe('Entries, in order'),
    numbering: kebabId.optional().describe('The numbering rule when a case number is allocated'),
    draw: kebabId.optional().describe('The draw rule when a judge is drawn'),
    documents: z
      .array(
        z.strictObject({
          document: kebabId,
          to: kebabId.optional(),
          when: celText.optional(),
          due: kebabId.optional().describe('The clock whose last day the document names as {due}'),
        }),
      )
      .default([]),
    tells: z.array(tellSchema).default([]),
    identityLevel: z.number().int().min(0).max(3).optional().describe('How surely the person must be known'),
    page: kebabId.optional().describe('It has a page of its own; otherwise the generic form serves'),
    order: z.number().int().default(100).describe('Place among the buttons'),
    danger: z.boolean().optional().describe('Asks for a second look before it is done'),
    confirm: wordsSchema.optional(),
  })
  .describe('Something a role may do in a state. Which clocks start, move or clear follows from the entries it writes')

export type Action = z.infer<typeof actionSchema>
