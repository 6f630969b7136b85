import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { contactSchema } from './court-input.ts'
import { reachCourt } from './reach.ts'

export const changeContactInput = z.strictObject({ courtId: z.uuid(), contact: contactSchema })
export type ChangeContactInput = z.infer<typeof changeContactInput>

/** How the public reaches the court. */
export function changeContact(ctx: UseCaseContext, { courtId, contact }: ChangeContactInput): Promise<Result<null>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const { count } = await tx.court.updateMany({ where: { id: courtId }, data: { contact, updatedAt: ctx.now() } })
    if (count === 0) return notFound()
    await auditNation(tx, ctx, { action: 'court-contact-changed', courtId, subject: { kind: 'court', id: courtId } })
    return accepted(null)
  })
}
