import { adminRouter } from '@court/api/admin-root'
import { handleTrpc } from '@court/api/http'
import { getContext } from '../../../../server/request.ts'
import { services } from '../../../../server/services.ts'

export const dynamic = 'force-dynamic'

const handle = (request: Request): Promise<Response> =>
  handleTrpc({
    root: adminRouter,
    request,
    endpoint: '/api/trpc',
    origin: services().env.ADMIN_ORIGIN,
    createContext: getContext,
  })

export { handle as GET, handle as POST }
