import type { FormInput } from '@court/procedure/code/form-values'
import type { UseCaseContext } from '../context.ts'

/** A draft holds identity numbers, phones and addresses before any court has them: it is kept sealed as a whole. */
export const sealDraft = (ctx: UseCaseContext, fields: FormInput): { sealed: string } => ({
  sealed: ctx.keys.seal('draft.data', JSON.stringify(fields)),
})

export function openDraftData(ctx: UseCaseContext, data: unknown): FormInput {
  const sealed = typeof data === 'object' && data !== null ? (data as { sealed?: unknown }).sealed : undefined
  // Sealed above, from the very type.
  return typeof sealed === 'string' ? (JSON.parse(ctx.keys.open('draft.data', sealed)) as FormInput) : {}
}
