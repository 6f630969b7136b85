import { answerReadiness } from '@court/site/readiness'
import { services } from '../../server/services.ts'

export const dynamic = 'force-dynamic'

export const GET = () =>
  answerReadiness(() => {
    const { db, env } = services()
    return { db, roles: env.ZONE === 'public' ? ['public'] : ['public', 'staff'] }
  })
