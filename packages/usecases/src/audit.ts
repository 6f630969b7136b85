import type { Tx } from '@court/db/database'
import type { Actor } from './actor.ts'
import type { UseCaseContext } from './context.ts'
import type { Json } from './json.ts'

type Deed = {
  /** What was done, in the past: `filing-accepted`, `session-ended`. */
  action: string
  subject: { kind: string; id: string }
  /** Ids, codes and counts; never names, numbers, bodies. */
  data?: Record<string, Json>
}

/** Appends to the court's audit, in the transaction of the deed: both stand or neither does. */
export async function audit(
  tx: Tx,
  ctx: UseCaseContext,
  deed: Deed & { courtId: string; caseId?: string },
): Promise<void> {
  // createMany returns no row: most who write the audit may not read it.
  await tx.audit.createMany({
    data: [{ ...rowOf(ctx, deed), courtId: deed.courtId, caseId: deed.caseId ?? null, actorRoles: rolesOf(ctx.actor) }],
  })
}

/** The same for what belongs to no court: accounts, courts, codes. */
export async function auditNation(tx: Tx, ctx: UseCaseContext, deed: Deed & { courtId?: string }): Promise<void> {
  await tx.nationalAudit.createMany({ data: [{ ...rowOf(ctx, deed), courtId: deed.courtId ?? null }] })
}

const rowOf = (ctx: UseCaseContext, { action, subject, data }: Deed) => ({
  id: ctx.newId(),
  at: ctx.now(),
  ...actorRef(ctx.actor),
  action,
  subjectKind: subject.kind,
  subjectId: subject.id,
  data: data ?? {},
  requestId: ctx.requestId,
  ip: ctx.clientAddress,
})

export function actorRef(actor: Actor): { actorKind: Actor['kind']; actorId: string } {
  switch (actor.kind) {
    case 'anonymous':
      return { actorKind: 'anonymous', actorId: '' }
    case 'person':
      return { actorKind: 'person', actorId: actor.personId }
    case 'staff':
      return { actorKind: 'staff', actorId: actor.staffId }
    case 'system':
      return { actorKind: 'system', actorId: actor.job }
  }
}

const rolesOf = (actor: Actor): string[] => (actor.kind === 'staff' ? [...actor.roles] : [])
