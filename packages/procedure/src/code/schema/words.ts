import { z } from 'zod'

/** One text in both languages of the platform. Every text a person can see is one of these. */
export const wordsSchema = z
  .strictObject({
    zh: z.string().min(1).describe('Simplified Chinese, the text of record'),
    en: z.string().min(1).describe('English'),
  })
  .meta({ id: 'words', description: 'A text in Chinese and English' })

export type Words = z.infer<typeof wordsSchema>

/** An id that stands in sentences and paths: states, actions, entry types, periods, forms. */
export const kebabId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as filing-decision')

/** An id that CEL expressions read as a field: facts, parameters, form fields, data of an entry. */
export const camelId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'a name that expressions read is camelCase, such as amountFen')

export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-01-31')
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), 'no such date')

export function isPlainDate(value: unknown): value is string {
  return plainDate.safeParse(value).success
}

/** A CEL expression. It is parsed and type-checked when the pack is linted, not here. */
export const celText = z.string().min(1).describe('A CEL expression over the declared facts')
