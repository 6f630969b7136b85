import type { OutboxKey } from '@court/db/outbox'
import type { UseCaseContext } from '../context.ts'

/** The job's effect stands: nothing is owed any more. Settling twice is no fault. */
export async function settleOwed(ctx: UseCaseContext, key: OutboxKey): Promise<void> {
  await ctx.db.acrossCourts((tx) =>
    tx.outbox.updateMany({
      where: { courtId: key.courtId, id: key.id, doneAt: null },
      data: { doneAt: ctx.now(), lastError: null },
    }),
  )
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
