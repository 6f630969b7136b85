import type { FoundSession } from '@court/auth/find-session'
import { staffRoles, type Actor, type StaffRole } from '@court/usecases/actor'

/** A session as use cases see it. Roles this release does not know are worth nothing. */
export function actorOf(session: FoundSession | null): Actor {
  if (!session) return { kind: 'anonymous' }
  if (session.kind === 'person') {
    const { personId, sessionId, identityLevel } = session
    return { kind: 'person', personId, sessionId, identityLevel: identityLevel >= 1 ? 1 : 0 }
  }
  const { accountId, staffId, courtId, sessionId } = session
  return { kind: 'staff', accountId, staffId, courtId, sessionId, roles: session.roles.filter(isKnownRole) }
}

const isKnownRole = (role: string): role is StaffRole => knownRoles.has(role)

const knownRoles: ReadonlySet<string> = new Set(staffRoles)
