import { z } from 'zod'
import { camelId } from './words.ts'

const unit = z.enum(['day', 'hour', 'court-day', 'week', 'month', 'year'])
const length = z.strictObject({ count: z.number().nonnegative(), unit })

const countSchema = z.union([
  z.number().int().nonnegative(),
  z
    .strictObject({
      from: camelId.describe('A whole number in the data of the starting entry'),
      min: z.number().int().nonnegative().optional(),
      max: z.number().int().nonnegative().optional(),
      default: z.number().int().nonnegative().optional().describe('When the entry does not say'),
    })
    .describe('The court fixes it in the entry, within bounds'),
  z.strictObject({ parameter: camelId }).describe('A dated parameter'),
])

const words = {
  count: countSchema.optional(),
  unit: unit.optional(),
  counts: z.array(length).min(1).optional().describe('Several lengths, counted one after the other, rolled once'),
  shortUpTo: length.optional(),
  direction: z.enum(['forward', 'backward']).optional(),
  firstDay: z.enum(['excluded', 'included']).optional(),
  lastDay: z.enum(['included', 'excluded']).optional(),
  roll: z.enum(['next', 'previous', 'none']).optional(),
  cutoff: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  cutoffTo: z.literal('court-day').optional(),
  startOn: z.enum(['trigger', 'court-day']).optional(),
  endAt: z.union([z.literal('trigger'), z.string().regex(/^\d{2}:\d{2}$/)]).optional(),
  hoursFrom: z.enum(['next-full', 'now']).optional(),
  standstill: z.boolean().optional(),
}

const hasLength = (rule: { count?: unknown; unit?: unknown; counts?: unknown }) =>
  rule.counts !== undefined ? rule.count === undefined : rule.count !== undefined && rule.unit !== undefined

const lengthMessage = 'a rule needs `count` and `unit`, or `counts`'

const thenSchema = z.strictObject(words).refine(hasLength, lengthMessage)

/** The words of `court-code period`, with a count that may also come from an entry or a parameter. */
export const periodRuleSchema = z
  .strictObject({ ...words, then: z.array(thenSchema).min(1).optional() })
  .refine(hasLength, lengthMessage)
  .meta({ id: 'period-rule', description: 'How the period is counted: the words of `court-code period`' })

export type PeriodRule = z.infer<typeof periodRuleSchema>
