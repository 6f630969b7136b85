import { z } from 'zod'
import { referenceSchema } from './reference.ts'
import { plainDate, wordsSchema } from './words.ts'

export const transitionSchema = z
  .enum(['filed-after', 'events-after', 'all'])
  .describe(
    'Which cases a changed rule reaches: those filed after it came into force, events after it in any case, or all cases',
  )

export type Transition = z.infer<typeof transitionSchema>

export const layerSchema = z.enum(['national', 'superior', 'court'])
export type Layer = z.infer<typeof layerSchema>

const floorWord = z.enum(['at-most', 'at-least', 'only-add', 'fixed', 'open'])
export type FloorWord = z.infer<typeof floorWord>

const floorRule = z.union([
  floorWord,
  z.strictObject({
    allow: floorWord.describe(
      'at-most: may only go down; at-least: only up; only-add: keep what is there; fixed; open',
    ),
    layers: z.array(layerSchema).min(1).optional().describe('Only these layers may change it'),
    min: z.number().optional().describe('Never below this'),
    max: z.number().optional().describe('Never above this'),
  }),
])

export const floorSchema = z.record(z.string(), floorRule).meta({
  id: 'floor',
  description:
    'What lower layers may change, by path inside the rule, and in which direction. A path not named cannot be changed',
})

export type Floor = z.infer<typeof floorSchema>

/** What every rule of a pack carries. */
export const ruleBase = {
  title: wordsSchema.describe('What the rule is called'),
  reference: referenceSchema.optional(),
  note: wordsSchema.optional().describe('An explanation shown beside the rule'),
  from: plainDate.optional().describe('First day in force, when it differs from that of the pack'),
  to: plainDate.optional().describe('Last day in force'),
  transition: transitionSchema.optional(),
  floor: floorSchema.optional(),
}
