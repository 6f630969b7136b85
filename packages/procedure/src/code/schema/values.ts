import { z } from 'zod'
import { referenceSchema } from './reference.ts'
import { ruleBase } from './rule.ts'
import { celText, kebabId, plainDate, wordsSchema } from './words.ts'

export const parameterSchema = z
  .strictObject({
    ...ruleBase,
    type: z.enum(['int', 'double', 'string', 'bool', 'list<string>']),
    unit: z.enum(['fen', 'day', 'percent', 'count']).optional(),
    values: z
      .array(
        z.strictObject({
          from: plainDate,
          value: z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]),
          reference: referenceSchema.optional(),
        }),
      )
      .describe('Dated values; the one in force on the day of the event counts'),
  })
  .describe('A figure that changes with the years')

export type Parameter = z.infer<typeof parameterSchema>

export const feeSchema = z
  .strictObject({
    ...ruleBase,
    tariff: z.string().min(1).describe('Id of a tariff of the fee engine, such as cn.civil.property'),
    when: celText.describe('The cases it is for'),
    order: z.number().int().describe('The first whose `when` holds counts'),
    choice: z
      .strictObject({
        minFen: z.number().int(),
        maxFen: z.number().int(),
        by: z.enum(['superior', 'court']),
        chosenFen: z.number().int().nullable().default(null),
      })
      .optional()
      .describe('A range within which a layer chooses'),
    halve: celText.optional().describe('Halved when this holds (only once, 解释 206)'),
    examples: z
      .array(
        z.strictObject({
          amountFen: z.number().int().optional(),
          isHalved: z.boolean().optional(),
          chosenFen: z
            .number()
            .int()
            .optional()
            .describe('What a province chose, where the national layer leaves it open'),
          on: plainDate.optional(),
          feeFen: z.number().int(),
          why: z.string().optional(),
        }),
      )
      .optional(),
  })
  .describe('Which tariff a case pays')

export type Fee = z.infer<typeof feeSchema>

export const numberingSchema = z
  .strictObject({
    ...ruleBase,
    type: z.string().min(1).describe('Type code, such as 民初'),
    division: z.string().nullable().default(null).describe('专门审判代字, one character'),
  })
  .describe('The case number allocated at docketing: per court, type and year, without gaps')

export type Numbering = z.infer<typeof numberingSchema>

export const procedureSchema = z
  .strictObject({
    ...ruleBase,
    order: z.number().int().describe('The first procedure whose `when` holds is proposed'),
    when: celText,
    bench: z.enum(['single', 'panel', 'either']),
    courts: z.array(z.enum(['basic', 'intermediate', 'high', 'supreme', 'special'])).min(1),
    finality: z.enum(['appealable', 'final']).default('appealable'),
    examples: z
      .array(
        z.strictObject({
          facts: z.record(z.string(), z.unknown()).describe('Facts of the case, and `parties`'),
          params: z
            .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
            .optional()
            .describe('Dated figures, where the national layer leaves them open'),
          court: z.enum(['basic', 'intermediate', 'high', 'supreme', 'special']).optional(),
          on: plainDate.optional(),
          is: z.boolean().describe('Is this the procedure that is proposed?'),
          why: z.string().optional(),
        }),
      )
      .optional(),
  })
  .describe('One line of the table that says which procedure a case takes')

export type ProcedureRule = z.infer<typeof procedureSchema>

export const drawSchema = z
  .strictObject({
    ...ruleBase,
    pool: kebabId.describe('Role from which one is drawn'),
    sameUnit: z.boolean().default(true).describe('Only staff of the unit (tribunal) of the case'),
    weight: z
      .enum(['equal', 'fewest-open'])
      .default('equal')
      .describe('equal: each alike; fewest-open: 1 / (1 + open cases)'),
    exclude: z.array(z.enum(['conflict', 'on-leave', 'recused'])).default([]),
  })
  .describe('How the judge is found: a draw with stored seed and weights, which can be replayed')

export type Draw = z.infer<typeof drawSchema>

export const limitSchema = z
  .strictObject({
    ...ruleBase,
    maxFileMb: z.number().positive().optional(),
    maxFiles: z.number().int().positive().optional(),
    maxPages: z.number().int().positive().optional(),
    types: z.array(z.string()).optional().describe('Media types, checked by content'),
    maxParties: z.number().int().positive().optional(),
    maxClaims: z.number().int().positive().optional(),
  })
  .describe('Bounds that are told before, not after')

export type Limit = z.infer<typeof limitSchema>

export const serviceSchema = z
  .strictObject({
    ...ruleBase,
    electronic: z.record(kebabId, z.boolean()).describe('Document → may it be served electronically'),
    requires: z
      .array(kebabId)
      .default([])
      .describe('Facts on the docket (entry types, for that party) before it may be'),
  })
  .describe('Electronic service: a switch per document, and what must be recorded before')

export type Service = z.infer<typeof serviceSchema>

export const retentionSchema = z
  .strictObject({
    ...ruleBase,
    years: z.union([z.number().int().positive(), z.literal('permanent')]),
    after: z.array(kebabId).min(1).describe('Entry types from which it counts'),
    what: z.enum(['case', 'draft', 'personal-data', 'logs']),
  })
  .describe('How long something is kept')

export type Retention = z.infer<typeof retentionSchema>

export const documentSchema = z
  .strictObject({
    ...ruleBase,
    body: wordsSchema.describe('Text with {placeholders}'),
    seal: z.boolean().default(true).describe('Carries the seal of the court'),
    volume: z.enum(['main', 'internal']).default('main'),
  })
  .describe('A document of the court')

export type CourtDocument = z.infer<typeof documentSchema>

export const noticeSchema = z
  .strictObject({
    ...ruleBase,
    subject: wordsSchema.describe('First line, with {placeholders}'),
    body: wordsSchema.describe('Text with {placeholders}; no personal data'),
    channels: z
      .array(z.enum(['app', 'mail', 'sms']))
      .min(1)
      .default(['app', 'mail', 'sms']),
  })
  .describe('A message to a person. A notice is not service')

export type Notice = z.infer<typeof noticeSchema>

/** Placeholders that every notice and document may use. */
export const placeholders = [
  'case',
  'court',
  'cause',
  'party',
  'due',
  'date',
  'amount',
  'judge',
  'reasons',
  'link',
  'title',
  'days',
  'when',
] as const

export const taskSchema = z
  .strictObject({
    ...ruleBase,
    to: kebabId.describe('Role that has it'),
    opens: z
      .array(kebabId)
      .default([])
      .describe('Entry types that open it. Without any, only the expiry of a clock that names it makes it'),
    closes: z.array(kebabId).default([]).describe('Entry types that close it'),
    action: kebabId.optional().describe('The action that does it'),
    period: kebabId.optional().describe('The clock that says by when'),
    when: celText.optional(),
    isLive: z
      .boolean()
      .optional()
      .describe(
        'Opened and closed by the room of a hearing for the one whose seat it is, not by entries of the docket',
      ),
  })
  .describe('Something someone owes')

export type Task = z.infer<typeof taskSchema>
