import { answerReadiness } from '@court/site/readiness'
import { services } from '../../server/services.ts'

export const dynamic = 'force-dynamic'

export const GET = () => answerReadiness(() => ({ db: services().db, roles: ['staff'] }))
