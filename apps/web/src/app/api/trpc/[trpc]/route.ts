import { handleTrpc } from '@court/api/http'
import { mountForZone } from '@court/api/mount-for-zone'
import { webRouter } from '@court/api/web-root'
import { getContext } from '../../../../server/request.ts'
import { services } from '../../../../server/services.ts'

export const dynamic = 'force-dynamic'

function handle(request: Request): Promise<Response> {
  const { env } = services()
  return handleTrpc({
    root: mountForZone(webRouter, env.ZONE),
    request,
    endpoint: '/api/trpc',
    origin: env.WEB_ORIGIN,
    createContext: getContext,
  })
}

export { handle as GET, handle as POST }
