import { z } from 'zod'
import { audit } from '../audit.ts'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { hearingPlace } from './hearing-types.ts'
import { openHearing } from './open-hearing.ts'

export const slicePlace = hearingPlace.extend({ index: z.coerce.number().int().min(0).max(100_000) })

export type SliceFile = { courtId: string; storageKey: string; mime: string; sizeBytes: number }

/** Where a piece of the recording lies, for whoever stands in the case. That it was opened is audited: it shows and tells of people. */
export async function openSlice(
  ctx: UseCaseContext,
  { courtSlug, caseId, hearingId, index }: z.infer<typeof slicePlace>,
): Promise<Result<SliceFile>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, async (tx) => {
    const open = await openHearing(tx, ctx, { courtId, caseId, hearingId })
    if (!open.ok) return open
    const slice = open.value.slices.find((one) => one.index === index)
    if (!slice) return notFound()
    await audit(tx, ctx, {
      action: 'hearing-slice-opened',
      courtId,
      caseId,
      subject: { kind: 'hearing', id: hearingId },
      data: { index },
    })
    const { storageKey, mime, sizeBytes } = slice
    return accepted({ courtId, storageKey, mime, sizeBytes })
  })
}
