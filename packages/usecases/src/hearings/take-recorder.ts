import { audit } from '../audit.ts'
import { inCourt } from '../case/in-court.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { recorderPrefix, roomOf } from './hearing-types.ts'

export type RecorderLease = { courtId: string; hearingId: string; recorderId: string; leaseSeconds: number }

export type RecorderKey = {
  address: string
  token: string
  room: string
  /** Since when the session goes unrecorded through somebody's failure; null after a break, and at the first opening. */
  gapFrom: Date | null
}

/**
 * Takes a hearing for one recorder, or keeps it, and gives it a key that sees all and is seen by nobody. Null when another recorder has the
 * hearing, or it is not in session: of two recorders one writes, and after a death the next takes over when the lease has run out.
 */
export async function takeRecorder(ctx: UseCaseContext, lease: RecorderLease): Promise<Result<RecorderKey | null>> {
  const { courtId, hearingId, recorderId } = lease
  const { media } = ctx.ports
  const state = await media.state()
  if (state.state !== 'ready') return noServer()
  const taken = await takeLease(ctx, lease)
  if (!taken.ok || taken.value === null) return taken.ok ? accepted(null) : taken
  const room = roomOf(courtId, hearingId)
  await media.openRoom({ room, emptySeconds: 3600, participantsMax: 2 * taken.value.seats + 4 })
  const identity = `${recorderPrefix}${recorderId}`
  const token = await media.issueToken({
    room,
    identity,
    ticket: recorderId,
    seconds: 300,
    maySpeak: false,
    isRecorder: true,
  })
  return accepted({ address: state.address, token, room, gapFrom: taken.value.gapFrom })
}

/** Keeps the lease. `goesOn` is false when it was lost, or the session was interrupted or is over: then put down the last piece and leave. */
export async function renewRecorder(ctx: UseCaseContext, lease: RecorderLease): Promise<Result<{ goesOn: boolean }>> {
  const { courtId, hearingId, recorderId, leaseSeconds } = lease
  return inCourt(ctx, courtId, async (tx) => {
    const now = ctx.now()
    // Also while the last piece is put down: nobody ends the hearing before it is there.
    const { count } = await tx.hearingRecorder.updateMany({
      where: { courtId, hearingId, recorderId, leaseUntil: { gt: now } },
      data: { leaseUntil: until(now, leaseSeconds), updatedAt: now },
    })
    const hearing = await tx.hearing.findUnique({
      where: { courtId_id: { courtId, id: hearingId } },
      select: { status: true },
    })
    return accepted({ goesOn: count === 1 && hearing?.status === 'open' })
  })
}

/** The last piece is down: whoever ends the hearing need not wait for the lease to run out. */
export async function leaveRecorder(
  ctx: UseCaseContext,
  { courtId, hearingId, recorderId }: Omit<RecorderLease, 'leaseSeconds'>,
): Promise<void> {
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    await tx.hearingRecorder.updateMany({
      where: { courtId, hearingId, recorderId },
      data: { leaseUntil: ctx.now(), updatedAt: ctx.now() },
    })
  })
}

function takeLease(ctx: UseCaseContext, { courtId, hearingId, recorderId, leaseSeconds }: RecorderLease) {
  return inCourt(ctx, courtId, async (tx): Promise<Result<{ seats: number; gapFrom: Date | null } | null>> => {
    const now = ctx.now()
    const key = { courtId, hearingId }
    const hearing = await tx.hearing.findUnique({
      where: { courtId_id: { courtId, id: hearingId } },
      select: { caseId: true, status: true, openedAt: true, recorder: true, seats: { select: { id: true } } },
    })
    if (hearing?.status !== 'open') return accepted(null)
    const row = { recorderId, leaseUntil: until(now, leaseSeconds), isPossible: true, updatedAt: now }
    const made = await tx.hearingRecorder.createMany({
      data: [{ ...key, caseId: hearing.caseId, ...row }],
      skipDuplicates: true,
    })
    if (made.count === 0) {
      const free = { OR: [{ recorderId }, { leaseUntil: { lte: now } }] }
      const { count } = await tx.hearingRecorder.updateMany({ where: { ...key, ...free }, data: row })
      if (count === 0) return accepted(null)
    }
    const last = await tx.hearingSlice.findFirst({ where: key, orderBy: { index: 'desc' } })
    if (hearing.recorder?.recorderId !== recorderId)
      await audit(tx, ctx, {
        action: 'hearing-recorder-began',
        courtId,
        caseId: hearing.caseId,
        subject: { kind: 'hearing', id: hearingId },
        data: { recorder: recorderId, nextIndex: (last?.index ?? -1) + 1 },
      })
    return accepted({ seats: hearing.seats.length, gapFrom: gapFrom({ ...hearing, recorderId, last, now }) })
  })
}

type Before = {
  recorder: { recorderId: string; leaseUntil: Date; updatedAt: Date } | null
  openedAt: Date | null
  last: { endedAt: Date } | null
  recorderId: string
  now: Date
}

/** Who left in order let the lease end that very moment; a lease that ran out was somebody's death. */
function gapFrom({ recorder, openedAt, last, recorderId, now }: Before): Date | null {
  if (recorder === null) return openedAt && now.getTime() - openedAt.getTime() > startMs ? openedAt : null
  if (recorder.recorderId === recorderId || recorder.leaseUntil <= recorder.updatedAt) return null
  return last?.endedAt ?? openedAt
}

/** The time a recorder may take to begin before its absence counts. */
const startMs = 10_000

const until = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

const noServer = () =>
  refuse({
    kind: 'unavailable',
    ruleId: 'recording.media-away',
    reason: {
      zh: '音视频服务器没有响应，暂时不能录制。',
      en: 'The media server does not answer; nothing can be recorded now.',
    },
  })
