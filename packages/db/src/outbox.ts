import type { Tx } from './database.ts'

export type OutboxRow = { courtId: string; id: string; kind: string; payload: unknown; attempts: number }

/**
 * Takes up to `max` jobs that are owed and not yet handed on, for `leaseSeconds`: another relay leaves them alone until then. Rows of all
 * courts, the oldest first. No row locks, which Citus refuses over several courts: of two relays at once one finds the row claimed.
 */
export async function claimOutbox(
  tx: Tx,
  { max, leaseSeconds, now }: { max: number; leaseSeconds: number; now: Date },
): Promise<OutboxRow[]> {
  return tx.$queryRaw<OutboxRow[]>`
    update outbox set claimed_until = ${now}::timestamptz + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where (court_id, id) in (
        select court_id, id from outbox
        where done_at is null and dead_at is null and dispatched_at is null
          and available_at <= ${now}::timestamptz and (claimed_until is null or claimed_until < ${now}::timestamptz)
        order by available_at, id limit ${max})
      and (claimed_until is null or claimed_until < ${now}::timestamptz) and dispatched_at is null
    returning court_id as "courtId", id, kind, payload, attempts`
}

export type OutboxKey = { courtId: string; id: string }

/** The queue has them: the relay leaves them alone from now on. */
export async function markDispatched(tx: Tx, keys: readonly OutboxKey[], now: Date): Promise<void> {
  if (keys.length === 0) return
  await tx.$executeRaw`
    update outbox set dispatched_at = ${now}::timestamptz, claimed_until = null
    where (court_id, id) in (select * from unnest(${keys.map((key) => key.courtId)}::uuid[], ${keys.map((key) => key.id)}::uuid[]))`
}

/** Their effects stand. */
export async function markDone(tx: Tx, keys: readonly OutboxKey[], now: Date): Promise<void> {
  await tx.$executeRaw`
    update outbox set done_at = ${now}::timestamptz, last_error = null
    where done_at is null
      and (court_id, id) in (select * from unnest(${keys.map((key) => key.courtId)}::uuid[], ${keys.map((key) => key.id)}::uuid[]))`
}

/** What was handed on longer ago than `olderThan` and is neither done nor dead; the queue must still know it. */
export async function listDispatched(
  tx: Tx,
  { olderThan, max }: { olderThan: Date; max: number },
): Promise<OutboxRow[]> {
  return tx.$queryRaw<OutboxRow[]>`
    select court_id as "courtId", id, kind, payload, attempts from outbox
    where done_at is null and dead_at is null and dispatched_at < ${olderThan}::timestamptz
    order by available_at, id limit ${max}`
}

/** Owed again from the beginning: all that are not done, or those named. Returns how many. */
export async function oweAgain(tx: Tx, keys: readonly OutboxKey[] | 'all'): Promise<number> {
  if (keys === 'all')
    return tx.$executeRaw`
      update outbox set dispatched_at = null, claimed_until = null
      where done_at is null and dead_at is null and (dispatched_at is not null or claimed_until is not null)`
  if (keys.length === 0) return 0
  return tx.$executeRaw`
    update outbox set dispatched_at = null, claimed_until = null
    where done_at is null and dead_at is null
      and (court_id, id) in (select * from unnest(${keys.map((key) => key.courtId)}::uuid[], ${keys.map((key) => key.id)}::uuid[]))`
}

/** Takes away what was done before `before`, at most `max` rows: the audit and the effects keep what happened. */
export async function removeDone(tx: Tx, { before, max }: { before: Date; max: number }): Promise<number> {
  return tx.$executeRaw`
    delete from outbox where (court_id, id) in (
      select court_id, id from outbox where done_at < ${before}::timestamptz limit ${max})`
}

export type OutboxFigures = { owed: number; dispatched: number; dead: number; oldestOwedSeconds: number | null }

/** For the board of the administrators and for alarms. */
export async function outboxFigures(tx: Tx, now: Date): Promise<OutboxFigures> {
  const [row] = await tx.$queryRaw<OutboxFigures[]>`
    select count(*) filter (where dead_at is null and dispatched_at is null)::int as owed,
      count(*) filter (where dead_at is null and dispatched_at is not null)::int as dispatched,
      count(*) filter (where dead_at is not null)::int as dead,
      extract(epoch from ${now}::timestamptz - min(available_at) filter (where dead_at is null))::float8 as "oldestOwedSeconds"
    from outbox where done_at is null`
  return row ?? { owed: 0, dispatched: 0, dead: 0, oldestOwedSeconds: null }
}
