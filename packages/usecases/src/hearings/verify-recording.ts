import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { chainHashOf, emptyChain } from './chain-hash.ts'
import type { HearingPlace } from './hearing-types.ts'
import { openHearing, type OpenHearing } from './open-hearing.ts'

export type RecordingCheck = {
  isWhole: boolean
  slices: number
  /** End of the chain; the entry of the session on the docket names it. */
  head: string
  faults: { index: number; what: 'chain' | 'absent' | 'differs' }[]
}

/** Anybody who may play it may check it: every link of the chain, and every file against its hash. */
export async function verifyRecording(ctx: UseCaseContext, place: HearingPlace): Promise<Result<RecordingCheck>> {
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  const open = await inCourt(ctx, courtId, (tx) => openHearing(tx, ctx, { ...place, courtId }))
  if (!open.ok) return open
  const faults: RecordingCheck['faults'] = brokenLinks(open.value).map((index) => ({ index, what: 'chain' }))
  for (const { index, storageKey } of open.value.slices) {
    const state = await ctx.ports.storage.verify({ courtId, key: storageKey })
    if (state !== 'intact') faults.push({ index, what: state })
  }
  const { slices } = open.value
  return accepted({
    isWhole: faults.length === 0,
    slices: slices.length,
    head: slices.at(-1)?.chainHash ?? emptyChain,
    faults,
  })
}

function brokenLinks({ slices }: OpenHearing): number[] {
  let previousHash = emptyChain
  return slices.flatMap((slice, position) => {
    const isFine =
      slice.index === position && slice.previousHash === previousHash && chainHashOf(slice) === slice.chainHash
    previousHash = slice.chainHash
    return isFine ? [] : [slice.index]
  })
}
