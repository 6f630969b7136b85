import { nationId } from '@court/db/scope'
import type { Tx } from '@court/db/database'
import { z } from 'zod'
import type { StaffActor, StaffRole } from '../actor.ts'
import { courtSlug } from '../case/case-inputs.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { notAllowed, notFound, signInNeeded, type Refusal } from '../refusal.ts'

/** Who reads audits: kept apart from those who run the courts. The supreme court gives these roles, in itself. */
export const auditReaders = ['auditor', 'security-admin'] as const satisfies readonly StaffRole[]

/** Whose audit: a court's, by its address name, or that of what belongs to no court. Without it, the reader's own court. */
export const auditOf = z.union([z.literal('nation'), courtSlug]).optional()

type Reached = { ok: true; actor: StaffActor; courtId: string }

/** Auditors of the supreme court reach every court and the nation; another one's own court alone, and all others answer like none. */
export async function reachAudit(ctx: UseCaseContext, whose: z.infer<typeof auditOf>): Promise<Reached | Refusal> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff') return notFound()
  if (!auditReaders.some((role) => actor.roles.includes(role))) return notAllowed({ needs: [...auditReaders] })
  if (whose === undefined) return { ok: true, actor, courtId: actor.courtId }
  const { own, wanted } = await inNation(ctx, async (tx) => ({
    own: await tx.court.findUnique({ where: { id: actor.courtId }, select: { level: true } }),
    wanted: whose === 'nation' ? { id: nationId } : await tx.court.findUnique({ where: { slug: whose } }),
  }))
  const isReached = wanted && (wanted.id === actor.courtId || own?.level === 'supreme')
  return isReached ? { ok: true, actor, courtId: wanted.id } : notFound()
}

/** A transaction on that audit. */
export const inAuditOf = <T>(
  ctx: UseCaseContext,
  { courtId, actor }: Reached,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> => (courtId === nationId ? ctx.db.withNation(actor, fn) : ctx.db.withCourt({ courtId, actor }, fn))
