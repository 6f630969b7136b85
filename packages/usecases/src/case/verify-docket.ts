import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'
import { courtIdFor, openCase } from './open-case.ts'
import type { DocketIntegrity } from './page/case-page-types.ts'
import { integrityOf } from './show-case.ts'

export type DocketCheck = DocketIntegrity & {
  /** Hash of every entry, so that anybody can keep them and compare later. The type of what the actor may not read stays out. */
  chain: { seq: number; type: string | null; on: string; previousHash: string; hash: string }[]
}

/** Checks the whole chain of the docket, also the entries this actor may not read. */
export async function verifyDocket(
  ctx: UseCaseContext,
  { courtSlug, caseId }: CasePlace,
): Promise<Result<DocketCheck>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    if (!open.ok) return open
    const readable = new Set(open.value.visible.map(({ seq }) => seq))
    return accepted({
      ...integrityOf(open.value),
      chain: open.value.entries.map(({ seq, type, on, previousHash, hash }) => ({
        seq,
        type: readable.has(seq) ? type : null,
        on,
        previousHash,
        hash,
      })),
    })
  })
}
