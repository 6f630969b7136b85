import { clearSessionCookie } from './session-cookie.ts'

/** The end of a sign-out by a plain form: the cookie goes, and the next page is asked for with GET. */
export async function leaveSite(location: string): Promise<Response> {
  await clearSessionCookie()
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
