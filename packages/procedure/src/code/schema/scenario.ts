import { z } from 'zod'
import { kebabId, plainDate, wordsSchema } from './words.ts'

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/, 'an instant is written 2026-01-31T10:00+08:00')

const thenSchema = z
  .strictObject({
    state: kebabId.optional(),
    refused: z.string().optional().describe('Rule id of the refusal'),
    entries: z.array(kebabId).optional().describe('Entries written, in order'),
    clocks: z
      .record(z.string(), z.string())
      .optional()
      .describe('Clock id → "2025-10-09", "2025-10-09 running", "cleared", "stopped", "none"'),
    tasks: z.array(kebabId).optional().describe('Tasks that are open'),
    notices: z.array(z.string()).optional().describe('role: notice, of this step'),
    documents: z.array(kebabId).optional().describe('Documents due in this step'),
    next: z.array(kebabId).optional().describe('Actions that can be done next, among others'),
    procedure: kebabId.optional(),
  })
  .describe('What must follow')

const stepSchema = z.strictObject({
  on: plainDate.describe('Legal date'),
  at: instant.optional().describe('Instant at which it is recorded; noon of the date otherwise'),
  do: kebabId.optional().describe('An action'),
  by: kebabId.optional().describe('Role of the one who acts'),
  as: z.string().optional().describe('Id of the one who acts'),
  identityLevel: z.number().int().min(0).max(3).optional().describe('How surely the one who acts is known'),
  input: z.record(z.string(), z.unknown()).optional().describe('The form as filled in'),
  fact: kebabId.optional().describe('Instead of an action: a bare entry'),
  subject: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  recordedOn: plainDate.optional().describe('A late fact: the day on which it was recorded'),
  look: z.literal(true).optional().describe('Nothing happens; the docket is read on this day'),
  why: z.string().optional(),
  then: thenSchema.optional(),
})

/** A story of a case: dated facts down the left, what must follow on the right. */
export const scenarioSchema = z.strictObject({
  title: wordsSchema.optional(),
  court: z.string(),
  codeOn: plainDate.optional().describe('Day whose code is used; the first step otherwise'),
  parties: z.record(z.string(), z.unknown()).optional().describe('Named values, used in input as $name'),
  let: z.record(z.string(), z.unknown()).optional().describe('Named values, used in input as $name'),
  story: z.array(stepSchema).min(1),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioStep = z.infer<typeof stepSchema>
export type ScenarioThen = z.infer<typeof thenSchema>
