import { randomBytes } from 'node:crypto'
import { answerRefusal } from '../../../files/answer-file.ts'
import { getContext } from '../../../server/request.ts'
import { signInNeeded } from '@court/usecases/refusal'

export const dynamic = 'force-dynamic'

const bytesMax = 512 * 1024
const headers = { 'cache-control': 'no-store', 'content-type': 'application/octet-stream' }

// What the test of a line loads and sends: chance, so that nothing on the way can make it smaller. For people who are signed in.
export async function GET(request: Request) {
  const refused = await refusal()
  if (refused) return refused
  const wanted = Number(new URL(request.url).searchParams.get('bytes'))
  const size = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, bytesMax) : 0
  return new Response(size === 0 ? '' : Uint8Array.from(randomBytes(size)), { headers })
}

export async function POST(request: Request) {
  const refused = await refusal()
  if (refused) return refused
  let size = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > bytesMax) return new Response(null, { status: 413, headers })
  }
  return Response.json({ bytes: size }, { headers: { 'cache-control': 'no-store' } })
}

async function refusal(): Promise<Response | null> {
  const { use } = await getContext()
  return use.actor.kind === 'anonymous' ? answerRefusal(signInNeeded()) : null
}
