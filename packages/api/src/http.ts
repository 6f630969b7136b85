import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { AnyRouter } from '@trpc/server'
import { refuse, type Refusal } from '@court/usecases/refusal'
import { isDatabaseAway } from '@court/usecases/wire-database'
import type { ApiContext } from './context.ts'

const batchSizeMax = 10
const bodyBytesMax = 1_000_000

type Options = {
  root: AnyRouter
  request: Request
  /** Where the handler is mounted, `/api/trpc`. */
  endpoint: string
  /** The site's own origin; a mutation from another page is refused. */
  origin: string
  createContext(): Promise<ApiContext>
}

/** tRPC over HTTP, narrowed: batches of ten, one megabyte, and mutations only as JSON from our own pages. */
export async function handleTrpc({ root, request, endpoint, origin, createContext }: Options): Promise<Response> {
  const refused = refusalOfRequest(request, origin)
  if (refused) return answer(refused.status, refused.refusal)
  const bounded = await withBoundedBody(request)
  if (!bounded) return answer(413, tooLarge)
  const response = await fetchRequestHandler({
    router: root,
    req: bounded,
    endpoint,
    maxBatchSize: batchSizeMax,
    responseMeta: ({ errors }) => (errors.some(({ cause }) => isDatabaseAway(cause)) ? comeBack : {}),
    createContext: async () => ({ ...(await createContext()), transport: 'http' as const }),
  })
  // Answers are about one person: nobody between us may keep them.
  response.headers.set('cache-control', 'no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

// What is asked again finds either that it was done or that it was not: nothing is done twice.
const comeBack = { status: 503, headers: { 'retry-after': '5' } }

function refusalOfRequest(request: Request, origin: string): { status: number; refusal: Refusal } | null {
  if (request.method === 'GET') return null
  if (request.method !== 'POST') return { status: 405, refusal: malformed }
  // text/plain, multipart and urlencoded can be sent by any page without asking; JSON cannot.
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return { status: 415, refusal: notJson }
  const from = request.headers.get('origin')
  if (from !== null && from !== origin) return { status: 403, refusal: foreignPage }
  return null
}

/** Reads at most `bodyBytesMax`; what is said in Content-Length is not believed. */
async function withBoundedBody(request: Request): Promise<Request | null> {
  if (request.method !== 'POST' || !request.body) return request
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > bodyBytesMax) return null
    pieces.push(piece)
  }
  return new Request(request.url, {
    method: 'POST',
    headers: request.headers,
    body: Buffer.concat(pieces),
    signal: request.signal,
  })
}

const answer = (status: number, refusal: Refusal) =>
  Response.json(
    { error: { message: refusal.ruleId, data: { refusal, httpStatus: status } } },
    { status, headers: { 'cache-control': 'no-store' } },
  )

const malformed = refuse({
  kind: 'invalid',
  ruleId: 'method',
  reason: { zh: '不支持这种请求方式。', en: 'This kind of request is not supported.' },
})

const notJson = refuse({
  kind: 'invalid',
  ruleId: 'media-type',
  reason: { zh: '请求须为 JSON 格式。', en: 'The request must be JSON.' },
})

const foreignPage = refuse({
  kind: 'not-allowed',
  ruleId: 'foreign-page',
  reason: { zh: '请求不是从本网站发出的。', en: 'The request did not come from our own pages.' },
})

const tooLarge = refuse({
  kind: 'invalid',
  ruleId: 'too-large',
  reason: { zh: '内容太多，请分几次提交。', en: 'This is too much at once. Send it in parts.' },
})
