import type { Tx } from '@court/db/database'
import { sessionHoursMax } from '@court/db/national/session-limits'
import type { UseCaseContext } from '../context.ts'

export type Browser = { app: 'web' | 'admin'; userAgent: string }

export type OpenedSession = { sessionId: string; expiresAt: Date }

type Owner =
  | { kind: 'person'; personId: string; identityLevel: number }
  | { kind: 'staff'; accountId: string; courtId: string; staffId: string }

/** Always a new id: what the browser had before ends, so that nobody can plant a session and wait. */
export async function openSession(tx: Tx, ctx: UseCaseContext, owner: Owner, browser: Browser): Promise<OpenedSession> {
  await endReplacedSession(tx, ctx)
  const now = ctx.now()
  const sessionId = ctx.newId()
  const expiresAt = new Date(now.getTime() + sessionHoursMax[owner.kind] * 3_600_000)
  await tx.session.create({
    data: {
      id: sessionId,
      ...(owner.kind === 'person'
        ? { kind: 'person', personId: owner.personId, identityLevel: owner.identityLevel }
        : { kind: 'staff', staffAccountId: owner.accountId, courtId: owner.courtId, staffId: owner.staffId }),
      app: browser.app,
      userAgent: browser.userAgent.slice(0, 300),
      ip: ctx.clientAddress ?? '',
      verifiedAt: now,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    },
  })
  return { sessionId, expiresAt }
}

async function endReplacedSession(tx: Tx, ctx: UseCaseContext) {
  const { actor } = ctx
  if (actor.kind !== 'person' && actor.kind !== 'staff') return
  await tx.session.updateMany({
    where: { id: actor.sessionId, endedAt: null },
    data: { endedAt: ctx.now(), endedBecause: 'replaced' },
  })
}
