import { markDone, type OutboxKey } from '@court/db/outbox'
import type { UseCaseContext } from '../context.ts'

/**
 * The job's effect stands: nothing is owed any more. Settling twice is no fault. What many jobs settle at once goes in one statement: while
 * one is on its way, others gather for the next, so nobody waits for company and a busy worker commits a few times in place of many.
 */
export function settleOwed(ctx: UseCaseContext, key: OutboxKey): Promise<void> {
  const group = groups.get(ctx.db) ?? { waiting: [], isBusy: false }
  groups.set(ctx.db, group)
  return new Promise((resolve, reject) => {
    group.waiting.push({ key, resolve, reject })
    if (!group.isBusy) void settleWaiting(ctx, group)
  })
}

type Waiting = { key: OutboxKey; resolve(): void; reject(error: unknown): void }
type Group = { waiting: Waiting[]; isBusy: boolean }
const groups = new WeakMap<UseCaseContext['db'], Group>()

async function settleWaiting(ctx: UseCaseContext, group: Group): Promise<void> {
  group.isBusy = true
  while (group.waiting.length > 0) {
    const together = group.waiting.splice(0)
    const keys = together.map(({ key }) => key)
    try {
      await ctx.db.acrossCourts((tx) => markDone(tx, keys, ctx.now()))
      for (const { resolve } of together) resolve()
    } catch (error) {
      // The queue runs each of them again.
      for (const { reject } of together) reject(error)
    }
  }
  group.isBusy = false
}

/** No repeat can mend it: a person must look. Raises an alarm; `detail` holds ids and codes only. */
export async function buryOwed(ctx: UseCaseContext, key: OutboxKey, detail: string): Promise<void> {
  const { count } = await ctx.db.acrossCourts((tx) =>
    tx.outbox.updateMany({
      where: { courtId: key.courtId, id: key.id, doneAt: null, deadAt: null },
      data: { deadAt: ctx.now(), lastError: detail.slice(0, 300) },
    }),
  )
  if (count > 0) ctx.ports.alarm.raise({ kind: 'job-dead', facts: { courtId: key.courtId, outboxId: key.id } })
}

/** What a failed attempt said, for whoever looks; the queue repeats it. */
export async function noteAttempt(ctx: UseCaseContext, key: OutboxKey, detail: string): Promise<void> {
  await ctx.db.acrossCourts((tx) =>
    tx.outbox.updateMany({
      where: { courtId: key.courtId, id: key.id, doneAt: null },
      data: { lastError: detail.slice(0, 300) },
    }),
  )
}
