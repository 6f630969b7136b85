import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, signInNeeded, type Result } from '../refusal.ts'
import type { StoredFile } from './stored-file.ts'

export const findUploadFileInput = z.strictObject({ uploadId: z.uuid() })

/** A file that waits to be handed in: for whoever uploaded it alone. */
export async function findUploadFile(
  ctx: UseCaseContext,
  { uploadId }: z.infer<typeof findUploadFileInput>,
): Promise<Result<StoredFile>> {
  const { actor } = ctx
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind === 'system') return notFound()
  const own = actor.kind === 'person' ? { personId: actor.personId } : { staffId: actor.staffId }
  const find = (tx: Parameters<Parameters<typeof ctx.db.withNation>[1]>[0]) =>
    tx.upload.findFirst({ where: { id: uploadId, status: 'ready', ...own } })
  // A person's uploads belong to no court; those of staff are seen in their court alone.
  const upload =
    actor.kind === 'person'
      ? await ctx.db.withNation(actor, find)
      : await ctx.db.withCourt({ courtId: actor.courtId, actor }, find)
  if (!upload?.storageKey || !upload.sha256 || !upload.mime) return notFound()
  const { courtId, storageKey, sha256, mime, fileName, sizeBytes, pages } = upload
  return accepted({ courtId, storageKey, sha256, mime, fileName, sizeBytes, pages })
}
