import { access, constants } from 'node:fs/promises'
import { isDraining } from '@court/adapters/telemetry/draining'
import { isDatabaseReady } from '@court/usecases/wire-database'
import type { WorkerServices } from '../services.ts'

type Check = 'ok' | 'unreachable'
type Readiness = {
  body: {
    status: 'ok' | 'degraded' | 'unavailable' | 'ending'
    checks: { database: Check; queue: Check; files: Check }
  }
  status: 200 | 503
}

const patienceMs = 3000

/**
 * Ready: reports of delivery can be taken. Without the queue the worker only waits ("degraded"): what is owed stays in the database and
 * is handed on when the queue is back.
 */
export async function readiness({ env, db, queues }: WorkerServices): Promise<Readiness> {
  const [database, queue, files] = await Promise.all([
    within(isDatabaseReady(db, ['system'])),
    within(queues.counts().then(() => true)),
    within(access(env.FILES_DIR, constants.W_OK).then(() => true)),
  ])
  const checks = { database, queue, files }
  if (isDraining()) return { body: { status: 'ending', checks }, status: 503 }
  if (database !== 'ok') return { body: { status: 'unavailable', checks }, status: 503 }
  const isWhole = queue === 'ok' && files === 'ok'
  return { body: { status: isWhole ? 'ok' : 'degraded', checks }, status: 200 }
}

/** Something that hangs is as good as away. */
async function within(check: Promise<boolean>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)))
  const answer = await Promise.race([check.catch(() => false), late])
  clearTimeout(timer)
  return answer ? 'ok' : 'unreachable'
}
