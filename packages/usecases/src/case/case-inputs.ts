import { z } from 'zod'
import { personalFieldNames } from './page/case-page-types.ts'

export const courtSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100)
export const rowId = z.uuid()
const actionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80)
/** A filled-in form as JSON; the form of the code says what it may hold (`checkInput`). */
const formInput = z.record(z.string().max(80), z.json())

export const casePlace = z.strictObject({ courtSlug, caseId: rowId })
export type CasePlace = z.infer<typeof casePlace>

export const actionPlace = casePlace.extend({ action: actionId })
export type ActionPlace = z.infer<typeof actionPlace>

export const previewActionInput = actionPlace.extend({ input: formInput, headSeq: z.number().int().min(1).optional() })
export type PreviewActionInput = z.infer<typeof previewActionInput>

export const performActionInput = actionPlace.extend({
  input: formInput,
  /** Made by the page once per form: the same key twice is one act with one answer. */
  key: z.string().min(8).max(100),
  /** The end of the docket that the person saw. */
  headSeq: z.number().int().min(1),
})
export type PerformActionInput = z.infer<typeof performActionInput>

export const unmaskInput = casePlace.extend({
  partyId: rowId,
  field: z.enum(personalFieldNames),
  why: z.string().trim().min(2).max(200),
})
export type UnmaskInput = z.infer<typeof unmaskInput>

export const reviewMaterialInput = casePlace.extend({
  materialId: rowId,
  status: z.enum(['pending', 'passed', 'returned', 'original-required']),
  /** Coded reasons of the kind `return`. */
  reasons: z.array(z.string().max(80)).max(20).default([]),
  note: z.string().trim().max(500).default(''),
})
export type ReviewMaterialInput = z.infer<typeof reviewMaterialInput>

export const myCasesInput = z.strictObject({
  filter: z.enum(['all', 'for-me', 'open', 'closed']).default('all'),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(50).default(20),
})
export type MyCasesInput = z.infer<typeof myCasesInput>
