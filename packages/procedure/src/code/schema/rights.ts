import { z } from 'zod'
import { ruleBase } from './rule.ts'
import { kebabId } from './words.ts'

export const rightSchema = z
  .strictObject({
    ...ruleBase,
    who: z.array(kebabId).min(1).describe('Roles; `public` for everybody'),
    entries: z
      .union([z.literal('*'), z.array(kebabId)])
      .default([])
      .describe('Entry types they may see'),
    volumes: z.array(z.enum(['main', 'internal'])).default([]),
    materials: z.union([z.literal('*'), z.array(kebabId)]).default([]),
    ofOthers: z.boolean().default(true).describe('Also entries and materials whose subject is another party'),
    privateOfOthers: z.boolean().default(false).describe('Also entries that are private to another party'),
    fields: z
      .array(z.enum(['name', 'identity-number', 'phone', 'address', 'protected-address']))
      .default([])
      .describe('Data of parties other than oneself, unmasked'),
    states: z.array(kebabId).optional().describe('Only while the case is in one of these states'),
    notInStates: z.array(kebabId).optional().describe('Not while the case is in one of these states'),
  })
  .describe('Who may see what. What no right grants is hidden')

export type Right = z.infer<typeof rightSchema>
