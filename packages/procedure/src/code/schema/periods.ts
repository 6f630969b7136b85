import { z } from 'zod'
import { tellSchema } from './actions.ts'
import { periodRuleSchema } from './period-rule.ts'
import { referenceSchema } from './reference.ts'
import { ruleBase } from './rule.ts'
import { camelId, celText, kebabId, plainDate, wordsSchema } from './words.ts'

const triggerObject = z.strictObject({
  on: kebabId.describe('Entry type'),
  date: camelId
    .optional()
    .describe('The datum that holds the date from which it counts; otherwise the legal date of the fact'),
  when: celText.optional().describe('Only entries for which this holds over entry, facts and subject'),
  each: kebabId.optional().describe('One clock for every party in this role, when the entry itself names none'),
  reference: referenceSchema.optional(),
})

const triggers = z.union([kebabId, triggerObject, z.array(z.union([kebabId, triggerObject])).min(1)])

export type Trigger = z.infer<typeof triggerObject>

/** `starts: filing-received` and `starts: [{ on: filing-received }]` say the same. */
export function triggersOf(value: z.infer<typeof triggers> | undefined): Trigger[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'string' ? { on: one } : one))
}

const numberFrom = z.union([z.number().positive(), z.strictObject({ from: camelId })])
const unitFrom = z.union([z.enum(['day', 'court-day', 'week', 'month', 'year']), z.strictObject({ from: camelId })])

const extensionSchema = z.strictObject({
  on: kebabId.describe('Entry type that extends. Where its data name a `period`, only that one is extended'),
  count: numberFrom,
  unit: unitFrom,
  when: celText.optional(),
  times: z.number().int().positive().optional().describe('How often it may be extended'),
  max: z
    .strictObject({ count: z.number().positive(), unit: z.enum(['day', 'month']) })
    .optional()
    .describe('Longest single extension'),
  reference: referenceSchema.optional(),
})

const exclusionSchema = z.strictObject({
  on: kebabId.describe('Entry type whose data give the days that do not count'),
  from: camelId.describe('Datum with the first day'),
  to: camelId.describe('Datum with the last day'),
  when: celText.optional(),
  reference: referenceSchema.optional(),
})

const stopSchema = z
  .strictObject({
    on: z.array(kebabId).min(1).describe('Entry types that stop the clock'),
    until: z.array(kebabId).min(1).describe('Entry types that set it going again'),
    reference: referenceSchema.optional(),
  })
  .describe(
    'The day of the stop up to the day before it goes on are not counted; what stopped for one party goes on for that party',
  )

export type Stop = z.infer<typeof stopSchema>

const fact = z.union([
  plainDate,
  z.strictObject({
    on: plainDate,
    time: z.string().optional().describe('Instant of the fact with offset'),
    subject: z.string().optional(),
    data: z.record(camelId, z.unknown()).optional(),
  }),
])

export const periodExampleSchema = z
  .strictObject({
    facts: z.record(kebabId, z.union([fact, z.array(fact)])).describe('Dated facts, by entry type'),
    parties: z
      .array(
        z.strictObject({
          id: z.string(),
          role: kebabId,
          kind: z.string().optional(),
          abroad: z.boolean().optional(),
          missing: z.boolean().optional(),
        }),
      )
      .optional(),
    now: plainDate.optional().describe('The day on which the docket is read; the last fact otherwise'),
    due: z.union([plainDate, z.null()]).describe('What must follow; null: the clock does not run'),
    dueAt: z.string().optional(),
    status: z.enum(['running', 'cleared', 'expired', 'stopped']).optional(),
    why: z.string().optional(),
  })
  .describe('A worked example; it runs whenever the pack is linted')

export type PeriodExample = z.infer<typeof periodExampleSchema>

export const periodSchema = z
  .strictObject({
    ...ruleBase,
    rule: periodRuleSchema,
    variants: z
      .array(
        z.strictObject({
          when: celText,
          rule: periodRuleSchema,
          title: wordsSchema.optional(),
          reference: referenceSchema.optional(),
        }),
      )
      .optional()
      .describe('Other lengths; the first whose `when` holds over facts, subject and entry.data counts'),
    whose: kebabId.describe('court, or the role of the party who must act'),
    subject: z.literal('party').optional().describe('Each party has a clock of its own'),
    when: celText.optional().describe('The clock starts only when this holds'),
    starts: triggers,
    restarts: triggers.optional().describe('Counts anew from there'),
    clears: triggers.describe('The fact that was owed'),
    outlives: z.boolean().optional().describe('Goes on after the case has reached a terminal state'),
    stops: z.union([stopSchema, z.array(stopSchema)]).optional(),
    extends: z.union([extensionSchema, z.array(extensionSchema)]).optional(),
    excludes: z.union([exclusionSchema, z.array(exclusionSchema)]).optional(),
    transit: z
      .strictObject({ on: kebabId, days: camelId, when: celText.optional(), reference: referenceSchema.optional() })
      .optional(),
    onExpiry: z
      .strictObject({
        task: z.union([kebabId, wordsSchema]).optional().describe('A task for someone; expiry itself decides nothing'),
        to: kebabId.optional().describe('Role that gets the task'),
        tells: z.array(tellSchema).optional(),
        action: kebabId.optional().describe('An action that the platform does by itself, when the rule says so'),
      })
      .optional(),
    reminders: z
      .array(z.strictObject({ before: z.number().int().positive(), who: kebabId, notice: kebabId }))
      .optional()
      .describe('Days before the due day on which someone is reminded'),
    examples: z.array(periodExampleSchema).optional(),
  })
  .describe('A period of the law. A clock is a period running in a case')

export type Period = z.infer<typeof periodSchema>
export type Extension = z.infer<typeof extensionSchema>
export type Exclusion = z.infer<typeof exclusionSchema>

export function listOf<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
