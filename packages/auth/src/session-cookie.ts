import { decode, encode } from 'next-auth/jwt'

/** Browsers share cookies across ports: each site has a name and a secret of its own. */
export type Site = 'web' | 'admin'

export type CookieToSet = {
  name: string
  value: string
  options: { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/'; expires: Date }
}

export type SessionCookies = {
  name: string
  /** For a session row that was just made; `expiresAt` is the row's own end. */
  issue(session: { sessionId: string; expiresAt: Date }): Promise<CookieToSet>
  /** The session id inside a cookie's value; null for whatever was not issued here. */
  read(value: string | undefined): Promise<string | null>
  clear(): CookieToSet
}

type Options = {
  site: Site
  /** Newest first; older ones still read what they issued. 32 characters or more each. */
  secrets: readonly [string, ...string[]]
  /** The address people type: `https:` makes the cookie Secure and `__Host-`. */
  origin: string
}

/** The cookie is a next-auth token (JWE) that carries a session id and nothing else; the row decides. */
export function createSessionCookies({ site, secrets, origin }: Options): SessionCookies {
  for (const secret of secrets)
    if (secret.length < 32) throw new Error('a session secret must have 32 characters or more')
  const isSecure = new URL(origin).protocol === 'https:'
  const name = `${isSecure ? '__Host-' : ''}tongheng-${site}`
  // A browser sends the same token with every request: what it says is found out once. Whether the session is open, its row says each time.
  const opened = new Map<string, string>()
  const cookie = (value: string, expires: Date): CookieToSet => ({
    name,
    value,
    options: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', expires },
  })
  return {
    name,
    async issue({ sessionId, expiresAt }) {
      return cookie(await encode({ token: { sid: sessionId }, secret: secrets[0], maxAge: tokenSecondsMax }), expiresAt)
    },
    async read(value) {
      if (!value || value.length > 2048) return null
      const known = opened.get(value)
      if (known !== undefined) return known
      for (const secret of secrets) {
        const sessionId = await sessionIdIn(value, secret)
        if (!sessionId) continue
        const oldest = opened.size >= openedMax ? opened.keys().next().value : undefined
        if (oldest !== undefined) opened.delete(oldest)
        opened.set(value, sessionId)
        return sessionId
      }
      return null
    },
    clear: () => cookie('', new Date(0)),
  }
}

async function sessionIdIn(token: string, secret: string): Promise<string | null> {
  try {
    const content = await decode({ token, secret })
    const sessionId = content?.['sid']
    return typeof sessionId === 'string' && uuid.test(sessionId) ? sessionId : null
  } catch {
    // Not ours, another secret, changed or past its end: all the same to whoever sent it.
    return null
  }
}

const openedMax = 10_000

/** Longer than any session: when it ends is said by its row alone. */
const tokenSecondsMax = 400 * 24 * 3600

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
