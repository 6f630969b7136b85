import type { Database } from '@court/db/database'
import { sessionIdleMinutesMax } from '@court/db/national/session-limits'
import { openPersonSession, openStaffSession } from '@court/db/reads/open-session'
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
  const doors = doorsFor(wanted)
  for (const kind of doors) {
    const found = await (kind === 'person' ? findPersonSession : findStaffSession)(db, wanted)
    if (!found) continue
    remember(wanted.sessionId, kind)
    return found
  }
  return null
}

async function findPersonSession(db: Database, { sessionId, site: app, now }: Wanted): Promise<FoundSession | null> {
  const { sessions } = await db.askNation(
    { kind: 'anonymous' },
    { sessions: openPersonSession({ sessionId, app, now, idleMinutesMax: sessionIdleMinutesMax.person }) },
  )
  const [session] = sessions
  return session ? { kind: 'person', sessionId, ...session } : null
}

async function findStaffSession(db: Database, { sessionId, site: app, now }: Wanted): Promise<FoundSession | null> {
  const { sessions } = await db.askNation(
    { kind: 'staff' },
    { sessions: openStaffSession({ sessionId, app, now, idleMinutesMax: sessionIdleMinutesMax.staff }) },
  )
  const [session] = sessions
  return session ? { kind: 'staff', sessionId, ...session } : null
}

/** The two kinds stand behind two roles of the database: the likelier one is asked first, and nearly always alone. */
function doorsFor({ site, hasStaffZone, sessionId }: Wanted): Kind[] {
  const open: Kind[] = [...(site === 'web' ? ['person' as const] : []), ...(hasStaffZone ? ['staff' as const] : [])]
  return kinds.get(sessionId) === 'staff' ? open.reverse() : open
}

type Kind = FoundSession['kind']

// What kind a session is never changes. Forgetting costs a second question, no more.
const kinds = new Map<string, Kind>()
const kindsMax = 20_000

function remember(sessionId: string, kind: Kind): void {
  if (kinds.has(sessionId)) return
  const oldest = kinds.size >= kindsMax ? kinds.keys().next().value : undefined
  if (oldest !== undefined) kinds.delete(oldest)
  kinds.set(sessionId, kind)
}
