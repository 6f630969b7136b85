import { checkReadiness } from '../../server/readiness.ts'

export const dynamic = 'force-dynamic'

// Ready: what a request needs can be reached.
export async function GET(): Promise<Response> {
  const checks = await checkReadiness()
  const isReady = Object.values(checks).every((state) => state === 'ok')
  return Response.json(
    { status: isReady ? 'ok' : 'unavailable', checks },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
