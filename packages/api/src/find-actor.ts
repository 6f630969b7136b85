import { findSession } from '@court/auth/find-session'
import type { SessionCookies, Site } from '@court/auth/session-cookie'
import type { Actor } from '@court/usecases/actor'
import type { UseCaseContext } from '@court/usecases/context'
import { actorOf } from './actor-of.ts'

export type Door = { db: UseCaseContext['db']; cookies: SessionCookies; site: Site; hasStaffZone: boolean }

export type FoundActor = { actor: Actor; verifiedAt: Date | null }

/** From the value of the session cookie to who is acting: token → session row → actor. */
export async function findActor(door: Door, cookie: string | undefined): Promise<FoundActor> {
  const sessionId = await door.cookies.read(cookie)
  const session = sessionId
    ? await findSession(door.db, { sessionId, site: door.site, hasStaffZone: door.hasStaffZone, now: new Date() })
    : null
  return { actor: actorOf(session), verifiedAt: session?.verifiedAt ?? null }
}

/** The session cookie of a plain request, for handlers that stand outside of pages. */
export function cookieOf(request: Request, { cookies }: Pick<Door, 'cookies'>): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${cookies.name}=`))?.slice(cookies.name.length + 1)
}
