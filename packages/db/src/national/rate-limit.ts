import type { Tx } from '../database.ts'

type Use = { key: string; windowSeconds: number; now: Date }

export type Window = { count: number; windowStart: Date }

/**
 * Counts one use of a key in its window of fixed length; a window that has passed begins anew. One statement, so that of many at once
 * each gets a count of its own; the row stays locked until the transaction ends.
 */
export async function raiseRateLimit(tx: Tx, { key, windowSeconds, now }: Use): Promise<Window> {
  const oldestStart = new Date(now.getTime() - windowSeconds * 1000)
  const [row] = await tx.$queryRaw<Window[]>`
    insert into rate_limit as r (key, window_start, count) values (${key}, ${now}, 1)
    on conflict (key) do update set
      window_start = case when r.window_start > ${oldestStart} then r.window_start else excluded.window_start end,
      count = case when r.window_start > ${oldestStart} then r.count + 1 else 1 end
    returning count, window_start as "windowStart"`
  if (!row) throw new Error('an upsert that returns its row returned none')
  return row
}
