import { z } from 'zod'

const key = z.string().min(8).max(100)
const courtSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

export const startDraftInput = z.strictObject({
  courtSlug,
  /** Made by the page once: a second tap opens the same draft. */
  key,
  /** When the person comes from a cause of action. */
  cause: z.string().max(80).optional(),
})
export type StartDraftInput = z.infer<typeof startDraftInput>

export const draftPlace = z.strictObject({ draftId: z.uuid() })
export type DraftPlace = z.infer<typeof draftPlace>

export const saveDraftInput = z.strictObject({
  draftId: z.uuid(),
  /** The version that the page was drawn from. */
  version: z.number().int().min(1),
  /**
   * Fields that were changed, by id, whole (`parties`, `claims` …); null empties one. Whatever was typed is kept, also what is wrong.
   * Materials and the signature have ways of their own and are passed over.
   */
  patch: z.record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,60}$/), z.json()),
  /** Fields for which the person has seen the other device's answer and chose their own. */
  overwrite: z.array(z.string().max(60)).max(200).default([]),
})
export type SaveDraftInput = z.input<typeof saveDraftInput>

/** x and y in pixels of the pad, milliseconds since the first touch. */
const point = z.tuple([
  z.number().min(-10_000).max(10_000),
  z.number().min(-10_000).max(10_000),
  z.number().min(0).max(604_800_000),
])

export const signatureInput = z.strictObject({
  width: z.number().min(50).max(10_000),
  height: z.number().min(50).max(10_000),
  strokes: z.array(z.array(point).max(5_000)).max(500),
})
export type SignatureInput = z.infer<typeof signatureInput>

/** A draft is submitted once, however often and from wherever it is sent: it needs no key beside its own id. */
export const submitFilingInput = z.strictObject({
  draftId: z.uuid(),
  /** The version that was checked and signed. */
  version: z.number().int().min(1),
  signature: signatureInput,
})
export type SubmitFilingInput = z.infer<typeof submitFilingInput>
