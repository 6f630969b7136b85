import { z } from 'zod'
import { ruleBase } from './rule.ts'
import { camelId, kebabId } from './words.ts'

export const dataTypeSchema = z
  .enum(['string', 'int', 'double', 'bool', 'date', 'list<string>', 'list<int>', 'json', 'parties'])
  .describe(
    'Type of a datum of an entry. `parties` keeps only id, role, kind, abroad and missing of each party, and a commitment to the rest',
  )

export type DataType = z.infer<typeof dataTypeSchema>

export const entryTypeSchema = z
  .strictObject({
    ...ruleBase,
    enters: kebabId.optional().describe('The state the case is in after this entry'),
    data: z.record(camelId, dataTypeSchema).default({}).describe('What the entry says: ids, amounts, dates, choices'),
    perSubject: z.boolean().optional().describe('The entry concerns one party, named in `subject`'),
    addsParties: camelId.optional().describe('The datum (type parties) whose parties join the case'),
    removesParty: z.boolean().optional().describe('The subject leaves the case'),
    volume: z
      .enum(['main', 'internal'])
      .default('main')
      .describe('正卷 or 副卷; parties never see the internal volume'),
    reserved: z.boolean().optional().describe('Only actions of the layer that declares it, or above, may write it'),
    isPrivate: z.boolean().optional().describe('Of the parties only the one concerned sees it'),
    adverse: z.boolean().optional().describe('Weighs on a party; shown with a warning'),
  })
  .describe('A kind of fact on the docket. The id is a past participle: filed, accepted, served')

export type EntryType = z.infer<typeof entryTypeSchema>

export const factSchema = z
  .strictObject({
    ...ruleBase,
    type: z.enum(['string', 'int', 'double', 'bool', 'date', 'list<string>', 'list<int>']),
    from: z
      .record(kebabId, camelId)
      .describe('Entry type → datum. The entry with the latest legal date says what the fact is'),
    initial: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]).optional(),
  })
  .describe('A fact of the case that guards and rules may read as facts.<id>')

export type FactRule = z.infer<typeof factSchema>
