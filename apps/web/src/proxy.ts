import { NextResponse, type NextRequest } from 'next/server'
import { env } from './env.ts'
import { contentSecurityPolicy } from './security/headers.ts'
import { isPageOfZone } from './security/zone-pages.ts'

// Next reads the nonce from the policy on the request and puts it on its own scripts.
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-page', request.nextUrl.pathname + request.nextUrl.search)
  const answer = { request: { headers } }
  const response = isPageOfZone(request.nextUrl.pathname, env().ZONE)
    ? NextResponse.next(answer)
    : NextResponse.rewrite(new URL('/absent', request.url), answer) // no such page: the answer is that of any other
  response.headers.set('content-security-policy', policy)
  return response
}

// Files and the interfaces say their own policy, which is stricter.
export const config = { matcher: ['/((?!_next/static|_next/image|api/|files/|healthz|readyz|icon.svg).*)'] }
