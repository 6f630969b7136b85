import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, notAllowed, refuse, type Result } from '../refusal.ts'
import { changeAndShow, ownSeat, saveSeat } from './change-hearing.ts'
import { findSeat } from './find-seat.ts'
import type { answerNotesInput } from './hearing-types.ts'
import { closeLiveTask } from './live-tasks.ts'
import type { OpenHearing, Seat } from './open-hearing.ts'

type Answer = z.infer<typeof answerNotesInput>

/**
 * Each person confirms the notes by their hash, or refuses. For those who were absent, or refuse to answer, the clerk notes a refusal: nobody
 * confirms for somebody else. A second answer of the same kind changes nothing.
 */
export const answerNotes = (ctx: UseCaseContext, input: Answer) => {
  const { courtSlug, caseId, hearingId, answer, notesHash, remark, seatId } = input
  return changeAndShow(
    ctx,
    { courtSlug, caseId, hearingId },
    {
      act: seatId === undefined ? 'answer-notes' : 'answer-notes-for',
      change: async (tx, open) => {
        const seat = seatFor(open, input)
        if (!seat.ok) return seat
        if (notesHash !== open.notes.hash) return otherText()
        await saveSeat(tx, seat.value, {
          notesAnswer: answer,
          notesAnsweredHash: notesHash,
          notesRemark: remark === '' ? null : remark,
          notesAnsweredAt: ctx.now(),
          ...(seatId !== undefined && ctx.actor.kind === 'staff' ? { notesNotedById: ctx.actor.staffId } : {}),
        })
        await closeLiveTask(tx, ctx, seat.value, 'confirm-hearing-notes')
        const action = seatId === undefined ? `hearing-notes-${answer}` : 'hearing-notes-refusal-noted'
        return accepted({ deed: { action, seatId: seat.value.id, data: { notesHash } } })
      },
    },
  )
}

function seatFor(open: OpenHearing, { seatId, answer, remark }: Answer): Result<Seat> {
  if (seatId === undefined) return accepted(ownSeat(open))
  const seat = findSeat(open, seatId)
  if (!seat.ok) return seat
  if (answer !== 'refused') return notAllowed()
  if (remark === '')
    return refuse({
      ruleId: 'hearing.noted-why',
      reason: {
        zh: '请写明情况，例如“未到庭”或者“阅读后拒绝签名”。',
        en: 'Say what happened, such as “did not appear” or “read them and refused to sign”.',
      },
    })
  if (seat.value.notesAnswer !== null)
    return conflict({
      ruleId: 'hearing.notes-answered',
      reason: { zh: '该参加人已经作出答复。', en: 'This person has answered already.' },
    })
  return seat
}

const otherText = () =>
  conflict({
    ruleId: 'hearing.notes-changed',
    reason: {
      zh: '笔录在您阅读之后有改动，请刷新页面，重新阅读后再确认。',
      en: 'The notes were changed after you read them. Reload the page and read them again, then confirm.',
    },
  })
