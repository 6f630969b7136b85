import type { Tx } from '@court/db/database'
import { readHearingRoom, type HearingRoom } from '@court/db/reads/hearing-room'
import type { Book } from '../case/record/book.ts'
import type { UseCaseContext } from '../context.ts'
import { moveRevision } from './change-hearing.ts'
import { saveHearingLines } from './hearing-lines.ts'
import { closeLiveTasks } from './live-tasks.ts'

/**
 * Keeps hearings that are still to come, or go on, in step with their case: who joined it has them on their list, a judge drawn anew has the
 * judge's seat, and of a case that is over none takes place any more.
 */
export async function keepHearings(tx: Tx, ctx: UseCaseContext, book: Book): Promise<void> {
  const { courtId } = book.court
  const rows = await tx.hearing.findMany({
    where: { courtId, caseId: book.caseId, status: { in: ['scheduled', 'open', 'paused', 'reading'] } },
    select: { id: true },
  })
  for (const { id } of rows) {
    const room = await readHearingRoom(tx, courtId, id)
    if (!room) continue
    const isChanged = ctx.actor.kind === 'person' ? false : await keepOne(tx, ctx, book, room)
    const now = isChanged ? await readHearingRoom(tx, courtId, id) : room
    if (now) await saveHearingLines(tx, ctx, { ...now, code: book.code })
  }
}

async function keepOne(tx: Tx, ctx: UseCaseContext, { state }: Book, room: HearingRoom): Promise<boolean> {
  const { hearing, seats } = room
  const place = { courtId: hearing.courtId, hearingId: hearing.id }
  if (state.isTerminal && hearing.status === 'scheduled') {
    await tx.hearing.updateMany({
      where: { courtId: place.courtId, id: place.hearingId },
      data: { status: 'cancelled', cancelledWhy: '案件已经结束', sequence: { increment: 1 } },
    })
    await closeLiveTasks(tx, ctx, seats)
    await moveRevision(tx, ctx, place)
    return true
  }
  const seat = seats.find(({ role }) => role === 'judge')
  if (!seat || state.judge === null || seat.staffId === state.judge) return false
  const judge = await tx.staffMember.findUnique({
    where: { courtId_id: { courtId: place.courtId, id: state.judge } },
    select: { name: true },
  })
  const who = { staffId: state.judge, name: judge?.name ?? seat.name, ticket: null, notesAnswer: null }
  await tx.hearingSeat.updateMany({ where: { courtId: place.courtId, id: seat.id }, data: who })
  await moveRevision(tx, ctx, place)
  return true
}
