import { cookies } from 'next/headers'
import { services } from './services.ts'

/** In a server action, after the routers opened a session. */
export async function setSessionCookie(session: { sessionId: string; expiresAt: Date }): Promise<void> {
  const [jar, { name, value, options }] = await Promise.all([cookies(), services().cookies.issue(session)])
  jar.set(name, value, options)
}

export async function clearSessionCookie(): Promise<void> {
  const { name, value, options } = services().cookies.clear()
  ;(await cookies()).set(name, value, options)
}
