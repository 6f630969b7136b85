import type { Tx } from '@court/db/database'
import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, type Result } from '../refusal.ts'
import { changeHearing, type Changed } from './change-hearing.ts'
import type { writeNotesInput } from './hearing-types.ts'
import { notesHashOf } from './notes-hash.ts'
import type { OpenHearing } from './open-hearing.ts'

export type NotesWritten = {
  version: number
  hash: string
  /** Another window wrote in between: what stands now, and the version it has. What was sent is kept beside it. */
  conflict: { text: string; version: number } | null
}

type Writing = Changed & { written: NotesWritten }

/** The clerk alone writes. A text that grew out of an older version does not overwrite the newer one: it is kept, and both are shown. */
export async function writeNotes(
  ctx: UseCaseContext,
  { text, baseVersion, ...place }: z.infer<typeof writeNotesInput>,
): Promise<Result<NotesWritten>> {
  const done = await changeHearing<Writing>(ctx, place, {
    act: 'write-notes',
    change: async (tx, open): Promise<Result<Writing>> => {
      const { notes } = open
      if (baseVersion > notes.version) return unknownVersion()
      if (baseVersion < notes.version && text !== notes.text) {
        await keepBeside(tx, ctx, open, { text, baseVersion })
        const written = {
          version: notes.version,
          hash: notes.hash,
          conflict: { text: notes.text, version: notes.version },
        }
        return accepted({
          deed: { action: 'hearing-notes-conflict', data: { baseVersion, version: notes.version } },
          written,
        })
      }
      if (text === notes.text)
        return accepted({ written: { version: notes.version, hash: notes.hash, conflict: null } })
      const saved = { text, version: notes.version + 1, hash: notesHashOf(text) }
      const { courtId, id: hearingId } = open.hearing
      await tx.hearingNotes.updateMany({ where: { courtId, hearingId }, data: { ...saved, updatedAt: ctx.now() } })
      return accepted({ written: { version: saved.version, hash: saved.hash, conflict: null } })
    },
  })
  return done.ok ? accepted(done.value.changed.written) : done
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

const unknownVersion = () =>
  conflict({
    ruleId: 'hearing.notes-version',
    reason: {
      zh: '页面上的笔录版本有误，请刷新页面后再继续记录。',
      en: 'The page has a version of the notes that does not exist. Reload it, then go on.',
    },
  })
