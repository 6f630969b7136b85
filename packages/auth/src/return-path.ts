/**
 * Where to go after signing in: a path of this site, never another site. What a browser would read as an address elsewhere
 * (`//host`, `/\host`, control characters) gives the fallback, and so does the sign-in itself.
 */
export function safeReturnPath(text: string | null | undefined, fallback: string): string {
  if (!text || text.length > 500 || !isPath(text)) return fallback
  const url = new URL(text, 'http://site.invalid')
  const path = url.pathname + url.search
  // Dots are resolved by now, and may have left a path that is none.
  return url.host === 'site.invalid' && isPath(path) && !isOwnDoor.test(url.pathname) ? path : fallback
}

const isPath = (text: string) => /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text)
const isOwnDoor = /^\/((staff\/)?sign-in|api|staff\/join)(\/|$)/
