import {
  claimOutbox,
  listDispatched,
  markDispatched,
  oweAgain,
  removeDone,
  type OutboxKey,
  type OutboxRow,
} from '@court/db/outbox'
import { parseJob } from '@court/jobs/jobs'
import { carriedTrace } from '@court/jobs/trace'
import type { OwedJob, Queues } from '@court/jobs/queues'
import type { UseCaseContext } from '../context.ts'
import { createFairShare, type FairShare } from './fair-share.ts'
import { buryOwed, settleOwed } from './settle-owed.ts'
import { outboxTextOf } from './outbox-key.ts'

export const relayBatchMax = 1000
/** How long the batch of a relay that died waits for another one. */
const leaseSeconds = 8

/**
 * Hands what is owed to the queue, a batch at a time; returns how many. The lease ends by itself when the process dies between claiming and
 * handing on, and the queue keeps one job per row: so a row is handed on at least once, and runs once. A relay keeps one `share` for all its
 * batches, so that no court holds up the others.
 */
export async function relayOwed(
  ctx: UseCaseContext,
  queues: Pick<Queues, 'addOwed'>,
  share: FairShare = createFairShare(),
): Promise<number> {
  const rows = await ctx.db.acrossCourts((tx) => claimOutbox(tx, { max: relayBatchMax, leaseSeconds, now: ctx.now() }))
  const { good, bad } = sort(rows)
  for (const { row, detail } of bad) await buryOwed(ctx, row, detail)
  await queues.addOwed(good.map(({ row, job }) => ({ ...job, rank: share.rankOf(row.courtId, ctx.now()) })))
  await ctx.db.acrossCourts((tx) =>
    markDispatched(
      tx,
      good.map(({ row }) => row),
      ctx.now(),
    ),
  )
  return rows.length
}

/** Everything not done is owed again: for a queue that is new or was wiped. What the queue still knows is not run twice. */
export const rebuildOwed = (ctx: UseCaseContext): Promise<number> => ctx.db.acrossCourts((tx) => oweAgain(tx, 'all'))

/** Looks after what the queue got long ago: what it has forgotten is owed again, what is done there is done here. */
export async function recheckOwed(
  ctx: UseCaseContext,
  queues: Pick<Queues, 'stateOf'>,
  { olderThanSeconds }: { olderThanSeconds: number },
): Promise<{ again: number }> {
  const olderThan = new Date(ctx.now().getTime() - olderThanSeconds * 1000)
  const rows = await ctx.db.acrossCourts((tx) => listDispatched(tx, { olderThan, max: relayBatchMax }))
  const gone: OutboxKey[] = []
  for (const { row, job } of sort(rows).good) {
    const state = await queues.stateOf(job)
    if (state === 'gone') gone.push(row)
    // The handler ended well and the mark was lost: what it owed stands.
    if (state === 'done') await settleOwed(ctx, row)
    if (state === 'dead') await buryOwed(ctx, row, 'the queue gave up')
  }
  return { again: await ctx.db.acrossCourts((tx) => oweAgain(tx, gone)) }
}

/** What was done more than a week ago goes; the effects and the audit stay. */
export function sweepDone(ctx: UseCaseContext): Promise<number> {
  const before = new Date(ctx.now().getTime() - 7 * 86_400_000)
  return ctx.db.acrossCourts((tx) => removeDone(tx, { before, max: 10_000 }))
}

type Sorted = { good: { row: OutboxRow; job: OwedJob }[]; bad: { row: OutboxRow; detail: string }[] }

function sort(rows: readonly OutboxRow[]): Sorted {
  const sorted: Sorted = { good: [], bad: [] }
  for (const row of rows) {
    try {
      const { name, payload } = parseJob(row.kind, row.payload)
      // An outbox row never names a job that comes round by itself: `owe` takes none.
      sorted.good.push({
        row,
        job: { outboxId: outboxTextOf(row), name, payload, ...carriedTrace(row.payload) } as OwedJob,
      })
    } catch (error) {
      sorted.bad.push({ row, detail: error instanceof Error ? error.message : 'the payload does not parse' })
    }
  }
  return sorted
}
