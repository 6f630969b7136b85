import { sessionIdleMinutesMax } from '@court/db/national/session-limits'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, signInNeeded, type Result } from '../refusal.ts'

export type ListedSession = {
  sessionId: string
  isThis: boolean
  app: string
  userAgent: string
  /** Where it was opened from; of the own sessions alone. */
  address: string
  createdAt: Date
  lastSeenAt: Date
}

/** The open sessions of whoever asks, the newest first. */
export function listSessions(ctx: UseCaseContext): Promise<Result<ListedSession[]>> {
  const own = ownSessions(ctx)
  if (!own) return Promise.resolve(signInNeeded())
  return inNation(ctx, async (tx) => {
    const rows = await tx.session.findMany({
      where: {
        ...own.where,
        endedAt: null,
        expiresAt: { gt: ctx.now() },
        lastSeenAt: { gte: own.restingSince(ctx.now()) },
      },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: 100,
    })
    return accepted(
      rows.map((row) => ({
        sessionId: row.id,
        isThis: row.id === own.sessionId,
        app: row.app,
        userAgent: row.userAgent,
        address: row.ip,
        createdAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
      })),
    )
  })
}

/** Ends one of the own sessions, at once; ending it twice is no fault. Another's session is as absent as one that never was. */
export function endSession(ctx: UseCaseContext, input: { sessionId: string }): Promise<Result<{ sessionId: string }>> {
  const own = ownSessions(ctx)
  if (!own) return Promise.resolve(signInNeeded())
  return inNation(ctx, async (tx) => {
    const row = await tx.session.findFirst({ where: { ...own.where, id: input.sessionId } })
    if (!row) return notFound()
    const because = row.id === own.sessionId ? 'signed-out' : 'ended-by-owner'
    const { count } = await tx.session.updateMany({
      where: { ...own.where, id: row.id, endedAt: null },
      data: { endedAt: ctx.now(), endedBecause: because },
    })
    if (count === 1)
      await auditNation(tx, ctx, {
        action: because === 'signed-out' ? 'signed-out' : 'session-ended',
        subject: { kind: 'session', id: row.id },
      })
    return accepted({ sessionId: row.id })
  })
}

/** Ends all own sessions but this one. */
export function endOtherSessions(ctx: UseCaseContext): Promise<Result<{ count: number }>> {
  const own = ownSessions(ctx)
  if (!own) return Promise.resolve(signInNeeded())
  return inNation(ctx, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { ...own.where, endedAt: null, id: { not: own.sessionId } },
      data: { endedAt: ctx.now(), endedBecause: 'ended-by-owner' },
    })
    await auditNation(tx, ctx, {
      action: 'other-sessions-ended',
      subject: { kind: 'session', id: own.sessionId },
      data: { count },
    })
    return accepted({ count })
  })
}

/** Signing out ends the row: the cookie is worth nothing from then on, wherever it was copied to. Nobody signed in: nothing to do. */
export async function signOut(ctx: UseCaseContext): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind === 'person' || actor.kind === 'staff') await endSession(ctx, { sessionId: actor.sessionId })
  return accepted(null)
}

function ownSessions({ actor }: UseCaseContext) {
  if (actor.kind !== 'person' && actor.kind !== 'staff') return null
  const { sessionId } = actor
  const restingSince = (now: Date) => new Date(now.getTime() - sessionIdleMinutesMax[actor.kind] * 60_000)
  return actor.kind === 'person'
    ? { where: { personId: actor.personId }, sessionId, restingSince }
    : { where: { staffAccountId: actor.accountId }, sessionId, restingSince }
}
