import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { actOnHearing, type HeadMoved } from './act-on-hearing.ts'
import { emptyChain } from './chain-hash.ts'
import type { closeHearingInput } from './hearing-types.ts'
import { closeLiveTasks } from './live-tasks.ts'
import type { OpenHearing } from './open-hearing.ts'

/**
 * The session's entry: the roll by ids, who was there online and when, the hash of the notes with everybody's answer, and the end of the
 * chain of the recording. Only when everybody on the roll has answered, or has been noted.
 */
export function closeHearing(
  ctx: UseCaseContext,
  input: z.infer<typeof closeHearingInput>,
): Promise<Result<HeadMoved>> {
  return actOnHearing(ctx, {
    input,
    act: 'close',
    endsRoom: true,
    entry: (_tx, hearing) =>
      Promise.resolve(
        stillRecording(hearing, ctx.now()) ??
          missing(hearing) ??
          accepted({ action: 'hold-hearing', headSeq: input.headSeq, input: entryOf(hearing, ctx.now()) }),
      ),
    save: async (tx, { hearing, seats }, headSeq) => {
      const { courtId, id } = hearing
      await tx.hearing.updateMany({
        where: { courtId, id },
        data: { status: 'held', closedAt: ctx.now(), entrySeq: headSeq },
      })
      await closeLiveTasks(tx, ctx, seats)
    },
  })
}

function entryOf({ hearing, seats, attendance, notes, slices, gaps }: OpenHearing, now: Date): JsonObject {
  const times = attendance.map(({ seatId, joinedAt, leftAt }) => ({
    seatId,
    joinedAt: joinedAt.toISOString(),
    leftAt: leftAt?.toISOString() ?? null,
  }))
  return {
    kind: hearing.kind,
    began: (hearing.openedAt ?? hearing.startsAt).toISOString(),
    ended: (notes.closedAt ?? now).toISOString(),
    roll: seats.map(({ id, role, partyId, mode, consent, identityBy }) => ({
      id,
      role,
      mode,
      ...(partyId ? { party: partyId } : {}),
      ...(consent ? { consent } : {}),
      ...(identityBy ? { identityBy } : {}),
    })),
    attendance: seats.flatMap(({ id }) => {
      const own = times.filter(({ seatId }) => seatId === id)
      const [first] = own
      const last = own.at(-1)
      return first ? [{ id, first: first.joinedAt, last: last?.leftAt ?? '', times: own.length }] : []
    }),
    attendanceHash: canonicalHash(times),
    answers: seats.map(({ id, notesAnswer, notesNotedById }) => ({
      id,
      answer: notesAnswer ?? 'refused',
      notedByCourt: notesNotedById !== null,
    })),
    notesVersion: notes.version,
    notesHash: notes.hash,
    slices: slices.length,
    gaps: gaps.length,
    recordingHead: slices.at(-1)?.chainHash ?? emptyChain,
  }
}

function missing({ seats, notes }: OpenHearing) {
  const waiting = seats.filter((seat) => seat.notesAnswer === null || seat.notesAnsweredHash !== notes.hash)
  if (waiting.length === 0) return null
  const names = waiting.map(({ name }) => name)
  return refuse({
    ruleId: 'hearing.notes-unanswered',
    reason: {
      zh: `${names.join('、')}还没有确认笔录。拒绝确认或者没有到庭的，请先记明情况。`,
      en: `${names.length} on the roll have not answered the notes. Where somebody refuses or did not appear, note it first.`,
    },
    facts: { seats: waiting.map(({ id }) => id) },
  })
}

/** The end of the chain goes on the docket, so the recorder must have put down its last piece. */
function stillRecording({ recorder }: OpenHearing, now: Date) {
  if (recorder === null || recorder.leaseUntil <= now) return null
  return refuse({
    ruleId: 'hearing.still-recording',
    reason: {
      zh: '录音录像正在收尾，请稍候几秒再结束。',
      en: 'The recording is being put down. Wait a few seconds, then end the hearing.',
    },
    facts: { until: recorder.leaseUntil.toISOString() },
  })
}
