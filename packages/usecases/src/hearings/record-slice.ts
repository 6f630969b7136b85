import type { UseCaseContext } from '../context.ts'
import { inCourt } from '../case/in-court.ts'
import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import { chainHashOf, emptyChain } from './chain-hash.ts'

/** The largest piece that is kept, in bytes. */
export const sliceBytesMax = 512 * 1024 * 1024

export type SliceToRecord = {
  courtId: string
  hearingId: string
  recorderId: string
  startedAt: Date
  endedAt: Date
  mime: string
  body: AsyncIterable<Uint8Array> | Uint8Array
}

export type RecordedSlice = { index: number; hash: string; previousHash: string; chainHash: string; sizeBytes: number }

/**
 * Puts down a piece of the recording: first the file, flushed and hashed, then the row that chains it to the piece before. The same piece again
 * is the same row. Only the recorder that has the hearing may add to it, for the chain has one order.
 */
export async function recordSlice(ctx: UseCaseContext, slice: SliceToRecord): Promise<Result<RecordedSlice>> {
  const { courtId, hearingId, recorderId, startedAt, endedAt, mime, body } = slice
  const stored = await ctx.ports.storage.put({ courtId, body, sizeBytesMax: sliceBytesMax })
  if (!stored.ok) return refuse(stored)
  const { key: storageKey, sha256: hash, sizeBytes } = stored.blob
  return inCourt(ctx, courtId, async (tx) => {
    await tx.$queryRaw`select 1 from hearing where court_id = ${courtId}::uuid and id = ${hearingId}::uuid for update`
    const hearing = await tx.hearing.findUnique({
      where: { courtId_id: { courtId, id: hearingId } },
      select: { caseId: true, status: true, recorder: { select: { recorderId: true } } },
    })
    if (!hearing) return notFound()
    const known = await tx.hearingSlice.findFirst({ where: { courtId, hearingId, hash, startedAt } })
    if (known) return accepted(pick(known))
    if (hearing.status === 'held' || hearing.status === 'cancelled') return closed()
    if (hearing.recorder?.recorderId !== recorderId) return notYours()
    const last = await tx.hearingSlice.findFirst({ where: { courtId, hearingId }, orderBy: { index: 'desc' } })
    if (last && startedAt < last.endedAt) return outOfTurn()
    const index = (last?.index ?? -1) + 1
    const previousHash = last?.chainHash ?? emptyChain
    const chainHash = chainHashOf({ previousHash, index, startedAt, endedAt, sizeBytes, hash })
    const row = { index, hash, previousHash, chainHash, sizeBytes }
    await tx.hearingSlice.createMany({
      data: [
        {
          ...row,
          courtId,
          hearingId,
          caseId: hearing.caseId,
          startedAt,
          endedAt,
          mime,
          storageKey,
          recorderId,
          recordedAt: ctx.now(),
        },
      ],
    })
    await tx.hearingGap.updateMany({
      where: { courtId, hearingId, toAt: null, fromAt: { lte: startedAt } },
      data: { toAt: startedAt },
    })
    return accepted(row)
  })
}

const pick = ({ index, hash, previousHash, chainHash, sizeBytes }: RecordedSlice): RecordedSlice => ({
  index,
  hash,
  previousHash,
  chainHash,
  sizeBytes,
})

const outOfTurn = () =>
  refuse({
    kind: 'conflict',
    ruleId: 'recording.out-of-turn',
    reason: {
      zh: '录制片段的时间早于已经保存的片段，没有保存。',
      en: 'This piece of the recording begins before one that is kept already, and was not kept.',
    },
  })

const notYours = () =>
  refuse({
    kind: 'conflict',
    ruleId: 'recording.other-recorder',
    reason: { zh: '本场由另一录制程序接管。', en: 'Another recorder has this hearing now.' },
  })

const closed = () =>
  refuse({
    ruleId: 'recording.closed',
    reason: { zh: '询问已经结束，录制已经封存。', en: 'The hearing is over and its recording is sealed.' },
  })
