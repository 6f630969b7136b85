import type { Database, Tx } from '@court/db/database'
import { sessionIdleMinutesMax } from '@court/db/national/session-limits'
import type { Site } from './session-cookie.ts'

/** Who is behind a session that is open: read from the rows on every request, so that what ended a minute ago has ended. */
export type FoundSession = { sessionId: string; verifiedAt: Date | null } & (
  | { kind: 'person'; personId: string; identityLevel: number }
  | { kind: 'staff'; accountId: string; staffId: string; courtId: string; roles: string[] }
)

type Wanted = {
  sessionId: string
  site: Site
  /** Whether this process has the staff's role: in the public zone nobody is staff. */
  hasStaffZone: boolean
  now: Date
}

/** Null when the session ended, rested too long, belongs to the other site, or its person or post is no longer active. */
export async function findSession(db: Database, wanted: Wanted): Promise<FoundSession | null> {
  const person = wanted.site === 'web' ? await findPersonSession(db, wanted) : null
  return person ?? (wanted.hasStaffZone ? findStaffSession(db, wanted) : null)
}

function findPersonSession(db: Database, wanted: Wanted): Promise<FoundSession | null> {
  return db.withNation({ kind: 'anonymous' }, async (tx) => {
    const row = await tx.session.findUnique({
      where: { id: wanted.sessionId },
      include: { person: { select: { id: true, status: true, identityLevel: true } } },
    })
    if (!row?.person || row.person.status !== 'active' || !(await isOpen(tx, row, wanted))) return null
    const { id: sessionId, verifiedAt } = row
    return { kind: 'person', sessionId, verifiedAt, personId: row.person.id, identityLevel: row.person.identityLevel }
  })
}

async function findStaffSession(db: Database, wanted: Wanted): Promise<FoundSession | null> {
  const row = await db.withNation({ kind: 'staff' }, async (tx) => {
    const found = await tx.session.findUnique({
      where: { id: wanted.sessionId },
      include: { staffAccount: { select: { id: true, status: true } } },
    })
    if (found?.staffAccount?.status !== 'active') return null
    return (await isOpen(tx, found, wanted)) ? found : null
  })
  const { staffAccountId: accountId, staffId, courtId } = row ?? {}
  if (!row || !accountId || !staffId || !courtId) return null
  const post = await db.withCourt({ courtId, actor: { kind: 'staff', staffId } }, (tx) =>
    tx.staffMember.findUnique({ where: { courtId_id: { courtId, id: staffId } } }),
  )
  if (!post?.isActive || post.accountId !== accountId) return null
  return {
    kind: 'staff',
    sessionId: row.id,
    verifiedAt: row.verifiedAt,
    accountId,
    staffId,
    courtId,
    roles: post.roles,
  }
}

type SessionRow = { id: string; kind: string; app: string; endedAt: Date | null; expiresAt: Date; lastSeenAt: Date }

/** Also remembers that it was used: at most once a minute, for each write costs more than the look-up. */
async function isOpen(tx: Tx, row: SessionRow, { site, now }: Wanted): Promise<boolean> {
  if (row.app !== site || row.endedAt || row.expiresAt <= now) return false
  const restedMs = now.getTime() - row.lastSeenAt.getTime()
  if (restedMs > sessionIdleMinutesMax[row.kind === 'staff' ? 'staff' : 'person'] * 60_000) return false
  if (restedMs > 60_000)
    await tx.session.updateMany({ where: { id: row.id, endedAt: null }, data: { lastSeenAt: now } })
  return true
}
