import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { isIntact, type SealRow } from './audit-chain.ts'
import { auditOf, inAuditOf, reachAudit } from './reach-audit.ts'

/** So many seals in one request; an answer says where to go on. */
const sealsMax = 100

/** Without `fromSeq`: the latest. */
export const verifyAuditInput = z.strictObject({
  whose: auditOf,
  fromSeq: z.number().int().min(1).max(1_000_000_000).optional(),
})
export type VerifyAuditInput = z.input<typeof verifyAuditInput>

export type AuditIntegrity = {
  /** The first seal that was checked. */
  fromSeq: number
  seals: number
  rows: number
  /** Everything recorded up to here stands under a seal. */
  sealedUpTo: Date | null
  /** The first seal that what stands under it no longer fits. */
  brokenAt: number | null
  nextSeq: number | null
}

/** Recomputes the seals over an audit: a row that was changed, removed or slipped in breaks the one it stands under. */
export async function verifyAudit(ctx: UseCaseContext, asked: VerifyAuditInput): Promise<Result<AuditIntegrity>> {
  const reader = await reachAudit(ctx, asked.whose)
  if (!reader.ok) return reader
  const { courtId } = reader
  return inAuditOf(ctx, reader, async (tx) => {
    const last = await tx.auditSeal.aggregate({ where: { courtId }, _max: { seq: true } })
    const fromSeq = asked.fromSeq ?? Math.max(1, (last._max.seq ?? 0) - sealsMax + 1)
    const found: SealRow[] = await tx.auditSeal.findMany({
      where: { courtId, seq: { gte: fromSeq } },
      orderBy: { seq: 'asc' },
      take: sealsMax + 1,
    })
    const more = found.length > sealsMax ? found.pop() : undefined
    let before: SealRow | null = await tx.auditSeal.findUnique({
      where: { courtId_seq: { courtId, seq: fromSeq - 1 } },
    })
    let [seals, rows] = [0, 0]
    const answer = (brokenAt: number | null) =>
      accepted({
        fromSeq,
        seals,
        rows,
        sealedUpTo: before?.lastAt ?? null,
        brokenAt,
        nextSeq: brokenAt === null && more ? more.seq : null,
      })
    for (const seal of found) {
      const follows = seal.seq === (before?.seq ?? 0) + 1
      if (!follows || !(await isIntact(tx, ctx, { courtId, seal, before }))) return answer(seal.seq)
      seals += 1
      rows += seal.rows
      before = seal
    }
    return answer(null)
  })
}
