import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'

export const setPreferencesInput = z
  .object({ locale: z.enum(['zh-CN', 'en']), isElderMode: z.boolean() })
  .partial()
  .strict()
export type SetPreferencesInput = z.infer<typeof setPreferencesInput>

/** Language and large type go with the account: the next device, and every message sent, follow them. Nobody signed in: nothing to keep. */
export async function setPreferences(ctx: UseCaseContext, input: SetPreferencesInput): Promise<Result<null>> {
  const { actor } = ctx
  const updatedAt = ctx.now()
  if (actor.kind === 'person') {
    const data = {
      ...(input.locale === undefined ? {} : { locale: input.locale }),
      ...(input.isElderMode === undefined ? {} : { isElderMode: input.isElderMode }),
      updatedAt,
    }
    await inNation(ctx, (tx) => tx.person.updateMany({ where: { id: actor.personId }, data }))
  }
  if (actor.kind === 'staff' && input.locale !== undefined) {
    const data = { locale: input.locale, updatedAt }
    await inNation(ctx, (tx) => tx.staffAccount.updateMany({ where: { id: actor.accountId }, data }))
  }
  return accepted(null)
}
