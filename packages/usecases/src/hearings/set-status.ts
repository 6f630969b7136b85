import type { Tx } from '@court/db/database'
import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { changeAndShow, saveSeat } from './change-hearing.ts'
import { saveHearingLines } from './hearing-lines.ts'
import type { HearingAct, setStatusInput } from './hearing-types.ts'
import { closeLiveTasks, openLiveTasks } from './live-tasks.ts'
import { canonicalNotes, notesHashOf } from './notes-hash.ts'
import type { OpenHearing } from './open-hearing.ts'
import { isParty } from './seat-kinds.ts'

/**
 * Opens, pauses, or closes the notes for reading. When it opens, whoever has not agreed to take part online belongs to the courtroom. Going
 * on after the notes were closed makes every answer to them worthless: what was confirmed was another text.
 */
export const setStatus = (ctx: UseCaseContext, { status, ...place }: z.infer<typeof setStatusInput>) =>
  changeAndShow(ctx, place, {
    act: actOf[status],
    change: async (tx, open) => {
      const { courtId, id } = open.hearing
      const problem = status === 'reading' ? await beginReading(tx, ctx, open) : await goOn(tx, ctx, open, status)
      if (!problem.ok) return problem
      await tx.hearing.updateMany({
        where: { courtId, id },
        data: { status, ...(status === 'open' && !open.hearing.openedAt ? { openedAt: ctx.now() } : {}) },
      })
      await saveHearingLines(tx, ctx, {
        ...open,
        hearing: { ...open.hearing, status },
        seats: await tx.hearingSeat.findMany({ where: { courtId, hearingId: id }, orderBy: { position: 'asc' } }),
      })
      return accepted({ deed: { action: deedOf[status], data: { from: open.hearing.status } } })
    },
  })

const actOf = { open: 'open', paused: 'pause', reading: 'read-notes' } as const satisfies Record<string, HearingAct>
const deedOf = { open: 'hearing-opened', paused: 'hearing-paused', reading: 'hearing-notes-closed' } as const

async function goOn(tx: Tx, ctx: UseCaseContext, open: OpenHearing, status: 'open' | 'paused'): Promise<Result<null>> {
  const { hearing, seats } = open
  const { courtId, id: hearingId } = hearing
  if (hearing.status === 'scheduled')
    for (const seat of seats.filter((one) => isParty(one) && one.mode === 'online' && one.consent === 'none'))
      await saveSeat(tx, seat, { mode: 'in-court' })
  if (hearing.status === 'reading' && status === 'open') {
    await tx.hearingNotes.updateMany({ where: { courtId, hearingId }, data: { closedAt: null, updatedAt: ctx.now() } })
    await tx.hearingSeat.updateMany({ where: { courtId, hearingId }, data: noAnswer })
    await closeLiveTasks(tx, ctx, seats)
  }
  return accepted(null)
}

const noAnswer = {
  notesAnswer: null,
  notesAnsweredHash: null,
  notesRemark: null,
  notesAnsweredAt: null,
  notesNotedById: null,
}

async function beginReading(tx: Tx, ctx: UseCaseContext, open: OpenHearing): Promise<Result<null>> {
  const { notes, hearing, seats, code } = open
  const { courtId, id: hearingId, caseId } = hearing
  if (canonicalNotes(notes.text) === '') return emptyNotes()
  const hash = notesHashOf(notes.text)
  const now = ctx.now()
  await tx.hearingNotes.updateMany({ where: { courtId, hearingId }, data: { closedAt: now, hash, updatedAt: now } })
  await tx.hearingNotesVersion.createMany({
    data: [
      {
        courtId,
        id: ctx.newId(),
        hearingId,
        caseId,
        kind: 'closed',
        version: notes.version,
        text: canonicalNotes(notes.text),
        hash,
        writtenById: ctx.actor.kind === 'staff' ? ctx.actor.staffId : hearingId,
        at: now,
      },
    ],
  })
  await openLiveTasks(tx, ctx, { code, seats, task: 'confirm-hearing-notes', due: open.today })
  return accepted(null)
}

const emptyNotes = () =>
  refuse({
    ruleId: 'hearing.notes-empty',
    reason: {
      zh: '笔录还是空的，不能交当事人阅读确认。请先记录。',
      en: 'The notes are empty and cannot be given out to read. Write them first.',
    },
  })
