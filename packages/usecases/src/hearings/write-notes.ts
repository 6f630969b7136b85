import type { Tx } from '@court/db/database'
import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, type Result } from '../refusal.ts'
import { changeHearing, type Changed } from './change-hearing.ts'
import type { writeNotesInput } from './hearing-types.ts'
import { notesHashOf } from './notes-hash.ts'
import type { OpenHearing } from './open-hearing.ts'

export type NotesWritten = { version: number; hash: string }

type Writing = Changed & { written: NotesWritten; isOvertaken?: boolean }

/**
 * The clerk alone writes. A text that grew out of an older version does not overwrite the newer one: it is kept beside it, and whoever wrote it
 * is told that another window was faster.
 */
export async function writeNotes(
  ctx: UseCaseContext,
  { text, baseVersion, ...place }: z.infer<typeof writeNotesInput>,
): Promise<Result<NotesWritten>> {
  const done = await changeHearing<Writing>(ctx, place, {
    act: 'write-notes',
    change: async (tx, open): Promise<Result<Writing>> => {
      const { notes } = open
      const standing = { version: notes.version, hash: notes.hash }
      if (baseVersion > notes.version) return unknownVersion()
      if (text === notes.text) return accepted({ written: standing })
      if (baseVersion < notes.version) {
        await keepBeside(tx, ctx, open, { text, baseVersion })
        const deed = { action: 'hearing-notes-conflict', data: { baseVersion, version: notes.version } }
        return accepted({ deed, written: standing, isOvertaken: true })
      }
      const written = { version: notes.version + 1, hash: notesHashOf(text) }
      const { courtId, id: hearingId } = open.hearing
      await tx.hearingNotes.updateMany({
        where: { courtId, hearingId },
        data: { text, ...written, updatedAt: ctx.now() },
      })
      return accepted({ written })
    },
  })
  if (!done.ok) return done
  const { written, isOvertaken } = done.value.changed
  // Said after the transaction: what was kept must stand although the answer is no.
  return isOvertaken ? overtaken(written.version) : accepted(written)
}

async function keepBeside(
  tx: Tx,
  ctx: UseCaseContext,
  { hearing }: OpenHearing,
  { text, baseVersion }: { text: string; baseVersion: number },
): Promise<void> {
  const { courtId, id: hearingId, caseId } = hearing
  await tx.hearingNotesVersion.createMany({
    data: [
      {
        courtId,
        id: ctx.newId(),
        hearingId,
        caseId,
        kind: 'conflict',
        version: baseVersion,
        text,
        hash: notesHashOf(text),
        writtenById: ctx.actor.kind === 'staff' ? ctx.actor.staffId : hearingId,
        at: ctx.now(),
      },
    ],
  })
}

const overtaken = (version: number) =>
  conflict({
    ruleId: 'hearing.notes-overtaken',
    reason: {
      zh: '另一窗口刚刚写过笔录，您的文字没有覆盖它，已经另行保存。请核对后合并。',
      en: 'Another window has just written the notes. Your text did not replace it and was kept beside it. Compare and merge them.',
    },
    facts: { version },
  })

const unknownVersion = () =>
  conflict({
    ruleId: 'hearing.notes-version',
    reason: {
      zh: '页面上的笔录版本有误，请刷新页面后再继续记录。',
      en: 'The page has a version of the notes that does not exist. Reload it, then go on.',
    },
  })
