import { answerPage } from '@court/site/answer-page'
import type { NextRequest } from 'next/server'

export const proxy = (request: NextRequest) => answerPage(request)

export const config = { matcher: ['/((?!_next/static|_next/image|healthz|readyz|icon.svg).*)'] }
