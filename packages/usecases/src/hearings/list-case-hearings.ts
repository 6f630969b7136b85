import { inCourt } from '../case/in-court.ts'
import { courtIdFor, openCase } from '../case/open-case.ts'
import type { CasePlace } from '../case/case-inputs.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { hearingLine } from './hearing-lines.ts'
import type { HearingLine } from './hearing-types.ts'
import { openHearing } from './open-hearing.ts'

/** The hearings of one case, latest first, for whoever may see the case. */
export async function listCaseHearings(
  ctx: UseCaseContext,
  { courtSlug, caseId }: CasePlace,
): Promise<Result<HearingLine[]>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, async (tx) => {
    const seen = await openCase(tx, ctx, { courtId, caseId })
    if (!seen.ok) return seen
    const rows = await tx.hearing.findMany({
      where: { courtId, caseId },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { id: true },
    })
    const lines: HearingLine[] = []
    for (const { id } of rows) {
      const open = await openHearing(tx, ctx, { courtId, caseId, hearingId: id })
      if (!open.ok) return open
      lines.push(hearingLine(open.value, open.value.mine))
    }
    return accepted(lines)
  })
}
