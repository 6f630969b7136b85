import { isDatabaseReady } from '@court/usecases/wire-database'
import { services } from '../../server/services.ts'

export const dynamic = 'force-dynamic'

// Ready: what a request needs can be reached. Why not stands in the log; the outside learns only what.
export async function GET(): Promise<Response> {
  const database = (await isReady()) ? 'ok' : 'unreachable'
  return Response.json(
    { status: database === 'ok' ? 'ok' : 'unavailable', checks: { database } },
    { status: database === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

async function isReady(): Promise<boolean> {
  try {
    const { db } = services()
    return await isDatabaseReady(db, ['staff'])
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}
