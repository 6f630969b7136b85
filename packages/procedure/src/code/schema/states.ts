import { z } from 'zod'
import { ruleBase } from './rule.ts'
import { kebabId, wordsSchema } from './words.ts'

export const stateSchema = z
  .strictObject({
    ...ruleBase,
    phase: kebabId.describe('The stage of the procedure that the map groups by: filing, pre-trial, trial, decision'),
    order: z.number().int().describe('Place on the map, from the first state to the last'),
    initial: z.literal(true).optional().describe('The state of a case without entries'),
    terminal: z.literal(true).optional().describe('Nothing more happens; running clocks end here'),
    holder: z.array(kebabId).describe('Roles that have the case now: "who has it now and since when"'),
    meaning: wordsSchema.optional().describe('What this state means for a party, in one sentence'),
  })
  .describe('A state is what the entries of a docket fold to')

export type State = z.infer<typeof stateSchema>

export const roleSchema = z
  .strictObject({
    ...ruleBase,
    side: z.enum(['party', 'court', 'system', 'public']).describe('party side, staff of the court, or the platform'),
  })
  .describe('Who may act: the roles of the glossary')

export type Role = z.infer<typeof roleSchema>
