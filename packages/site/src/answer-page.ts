import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from './headers.ts'

/** For proxy.ts: a page with a policy of its own. Next reads the nonce from the policy on the request and puts it on its own scripts. */
export function answerPage(
  request: NextRequest,
  { isAbsent = false, connectTo = [] }: { isAbsent?: boolean; connectTo?: readonly string[] } = {},
): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === 'development', connectTo })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-page', request.nextUrl.pathname + request.nextUrl.search)
  const answer = { request: { headers } }
  const response = isAbsent
    ? NextResponse.rewrite(new URL('/absent', request.url), answer) // no such page: the answer is that of any other
    : NextResponse.next(answer)
  response.headers.set('content-security-policy', policy)
  return response
}
