import type { StaffActor } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import { notAllowed, notFound, signInNeeded, type Refusal } from '../refusal.ts'

type Reaching = { ok: true; actor: StaffActor } | Refusal

/** The supreme court's administrators reach every court, those of a court their own; another court answers like one that does not exist. */
export function reachCourt(ctx: UseCaseContext, courtId: string): Reaching {
  const admin = authoriseAdmin(ctx)
  if (!admin.ok) return admin
  return isNational(admin.actor) || admin.actor.courtId === courtId ? admin : notFound()
}

/** Courts and their codes are the supreme court's to give. */
export function authoriseNational(ctx: UseCaseContext): Reaching {
  const admin = authoriseAdmin(ctx)
  if (!admin.ok) return admin
  return isNational(admin.actor) ? admin : notAllowed({ needs: ['national-admin'] })
}

/** Whoever administers a court, or the nation. */
export function authoriseAdmin(ctx: UseCaseContext): Reaching {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff') return notAllowed()
  return isNational(actor) || actor.roles.includes('court-admin')
    ? { ok: true, actor }
    : notAllowed({ needs: ['court-admin', 'national-admin'] })
}

export const isNational = (actor: StaffActor): boolean => actor.roles.includes('national-admin')
