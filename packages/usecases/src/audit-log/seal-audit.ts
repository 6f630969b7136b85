import { nationId } from '@court/db/scope'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { beginning, isIntact, isNation, readStretch, sealOf, type SealRow } from './audit-chain.ts'

export const rowsPerSealMax = 2000
const sealsPerRunMax = 50

export type Sealed = { seals: number; rows: number; broken: number }

/**
 * For a job, once an hour: seals what was added to the audits of all courts and of the nation, and looks whether what the last seal covers is
 * still as it was. `settleSeconds`: younger rows wait, for a transaction that began before may yet add one; none takes longer than half a minute.
 */
export async function sealAudit(ctx: UseCaseContext, { settleSeconds = 120 } = {}): Promise<Sealed> {
  const courts = await inNation(ctx, (tx) => tx.court.findMany({ select: { id: true }, orderBy: { id: 'asc' } }))
  const sealed: Sealed = { seals: 0, rows: 0, broken: 0 }
  for (const courtId of [nationId, ...courts.map(({ id }) => id)]) {
    const lastSeq = await within(ctx, courtId, (tx) => checkLast(tx, ctx, courtId))
    if (lastSeq !== null) {
      sealed.broken += 1
      ctx.ports.alarm.raise({ kind: 'audit-broken', facts: { courtId, seq: lastSeq } })
    }
    for (let run = 0; run < sealsPerRunMax; run += 1) {
      const rows = await within(ctx, courtId, (tx) => sealNext(tx, ctx, { courtId, settleSeconds }))
      if (rows === 0) break
      sealed.seals += 1
      sealed.rows += rows
    }
  }
  return sealed
}

const within = <T>(ctx: UseCaseContext, courtId: string, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  isNation(courtId) ? inNation(ctx, fn) : ctx.db.withCourt({ courtId, actor: ctx.actor }, fn)

const lastSeals = (tx: Tx, courtId: string, take: number): Promise<SealRow[]> =>
  tx.auditSeal.findMany({ where: { courtId }, orderBy: { seq: 'desc' }, take })

/** The number of the last seal when it no longer fits; null when it does. */
async function checkLast(tx: Tx, ctx: UseCaseContext, courtId: string): Promise<number | null> {
  const [seal, before = null] = await lastSeals(tx, courtId, 2)
  if (!seal || (await isIntact(tx, ctx, { courtId, seal, before }))) return null
  return seal.seq
}

async function sealNext(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, settleSeconds }: { courtId: string; settleSeconds: number },
): Promise<number> {
  const [last] = await lastSeals(tx, courtId, 1)
  const [settled] = await tx.$queryRaw<{ upTo: Date }[]>`
    select statement_timestamp() - make_interval(secs => ${settleSeconds}) as "upTo"`
  if (!settled) throw new Error('the database did not say what time it is')
  const page = await readStretch(tx, {
    courtId,
    after: last ?? beginning,
    upTo: settled.upTo,
    rowsMax: rowsPerSealMax,
  })
  if (!page) return 0
  const seq = (last?.seq ?? 0) + 1
  const seal = sealOf(ctx, { courtId, seq, previous: last?.seal ?? '', page })
  // Of two workers at the same moment one seals; the key lets the other one's pass by.
  const { count } = await tx.auditSeal.createMany({
    data: [{ courtId, seq, rows: page.rows, ...page.end, seal, sealedAt: ctx.now() }],
    skipDuplicates: true,
  })
  return count === 1 ? page.rows : 0
}
