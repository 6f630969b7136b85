import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { owe } from '../owe.ts'

const batchMax = 500

type Due = { courtId: string; caseId: string; key: string; due: string; at: Date }

/**
 * The job `sweep-clocks`: looks over all courts for clocks whose reminder or end has come, and owes a job for each, once per clock
 * and date. Returns how many were owed.
 */
export async function sweepClocks(ctx: UseCaseContext): Promise<{ reminders: number; expiries: number }> {
  const { reminders, expiries } = await ctx.db.acrossCourts(async (tx) => ({
    reminders: await dueReminders(tx, ctx.now()),
    expiries: await dueExpiries(tx, ctx.now()),
  }))
  return {
    reminders: await oweAll(ctx, 'remind-clock', reminders),
    expiries: await oweAll(ctx, 'expire-clock', expiries),
  }
}

const dueReminders = (tx: Tx, now: Date) => tx.$queryRaw<Due[]>`
  select court_id as "courtId", case_id as "caseId", key, due, remind_at as at from clock
  where status = 'running' and reminded_at is null and remind_at <= ${now} order by remind_at limit ${batchMax}`

/** A clock that ran out may be marked so already, by an act that came between its end and this sweep. */
const dueExpiries = (tx: Tx, now: Date) => tx.$queryRaw<Due[]>`
  select court_id as "courtId", case_id as "caseId", key, due, due_at as at from clock
  where status in ('running', 'expired') and expiry_handled_at is null and due_at <= ${now} order by due_at limit ${batchMax}`

/** One transaction per court. The effect is unique by clock and date: sweeps that overlap owe the job once. */
async function oweAll(
  ctx: UseCaseContext,
  job: 'remind-clock' | 'expire-clock',
  clocks: readonly Due[],
): Promise<number> {
  let owed = 0
  for (const [courtId, ofCourt] of Map.groupBy(clocks, (clock) => clock.courtId))
    owed += await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
      let count = 0
      for (const { caseId, key, due, at } of ofCourt) {
        const effect = {
          courtId,
          kind: `${job}-owed`,
          key: `${caseId} ${key} ${due} ${at.toISOString()}`,
          at: ctx.now(),
        }
        const { count: isNew } = await tx.effect.createMany({ data: [effect], skipDuplicates: true })
        if (isNew === 0) continue
        await owe(tx, ctx, { courtId, caseId, job, payload: { courtId, caseId, clockKey: key, at: at.toISOString() } })
        count += 1
      }
      return count
    })
  return owed
}
