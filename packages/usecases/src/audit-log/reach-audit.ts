import type { StaffActor, StaffRole } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import { notAllowed, notFound, signInNeeded, type Refusal } from '../refusal.ts'

/** Who reads the audit of a court: kept apart from those who run it. */
export const auditReaders = ['auditor', 'security-admin'] as const satisfies readonly StaffRole[]

/** Auditors reach the audit of their own court; another court answers like one that does not exist. */
export function reachAudit(ctx: UseCaseContext): { ok: true; actor: StaffActor } | Refusal {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff') return notFound()
  return auditReaders.some((role) => actor.roles.includes(role))
    ? { ok: true, actor }
    : notAllowed({ needs: [...auditReaders] })
}
