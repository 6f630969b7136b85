export const dynamic = 'force-dynamic'

// Alive: the process answers. Says nothing about what it depends on.
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
