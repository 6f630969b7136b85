import { isDraining } from '@court/adapters/telemetry/draining'
import { isDatabaseReady, type Database } from '@court/usecases/wire-database'

type Needs = { db: Database; roles: Parameters<typeof isDatabaseReady>[1] }

/** Ready: what a request needs can be reached. Why not stands in the log; the outside learns only what. */
export async function answerReadiness(needs: () => Needs): Promise<Response> {
  const database = (await isReady(needs)) ? 'ok' : 'unreachable'
  const status = isDraining() ? 'ending' : database === 'ok' ? 'ok' : 'unavailable'
  return Response.json(
    { status, checks: { database } },
    { status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

async function isReady(needs: () => Needs): Promise<boolean> {
  try {
    const { db, roles } = needs()
    return await isDatabaseReady(db, roles)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}
