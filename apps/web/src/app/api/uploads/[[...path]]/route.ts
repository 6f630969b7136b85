import { services } from '../../../../server/services.ts'

export const dynamic = 'force-dynamic'

// tus 1.0: pieces of files, before they are looked at. Only our own pages may send them.
function handle(request: Request): Promise<Response> | Response {
  const { env, uploads } = services()
  const from = request.headers.get('origin')
  if (from !== null && from !== env.WEB_ORIGIN) return new Response('Forbidden\n', { status: 403 })
  return uploads.handle(request)
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST }
