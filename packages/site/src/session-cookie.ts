import type { SessionCookies } from '@court/auth/session-cookie'
import { cookies } from 'next/headers'

/** In a server action, after the routers opened a session. */
export async function setSessionCookie(
  site: SessionCookies,
  session: { sessionId: string; expiresAt: Date },
): Promise<void> {
  const [jar, { name, value, options }] = await Promise.all([cookies(), site.issue(session)])
  jar.set(name, value, options)
}

export async function clearSessionCookie(site: SessionCookies): Promise<void> {
  const { name, value, options } = site.clear()
  ;(await cookies()).set(name, value, options)
}

/** The end of a sign-out by a plain form: the cookie goes, and the next page is asked for with GET. */
export async function leaveSite(site: SessionCookies, location: string): Promise<Response> {
  await clearSessionCookie(site)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
