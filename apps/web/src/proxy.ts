import { publicMediaUrl } from '@court/adapters/media/media-environment'
import { answerPage } from '@court/site/answer-page'
import type { NextRequest } from 'next/server'
import { env } from './env.ts'
import { mediaAddresses } from './security/hearing-pages.ts'
import { isPageOfZone } from './security/zone-pages.ts'

export const proxy = (request: NextRequest) =>
  answerPage(request, {
    isAbsent: !isPageOfZone(request.nextUrl.pathname, env().ZONE),
    connectTo: mediaAddresses(request.nextUrl.pathname, publicMediaUrl(env())),
  })

// Files and the interfaces say their own policy, which is stricter.
export const config = { matcher: ['/((?!_next/static|_next/image|api/|files/|healthz|readyz|icon.svg).*)'] }
