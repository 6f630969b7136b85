import { z } from 'zod'
import { mayReadMaterial } from '@court/procedure/docket/view'
import { courtIdFor, openCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, signInNeeded, type Result } from '../refusal.ts'
import type { StoredFile } from './stored-file.ts'

export const findCaseFileInput = z.strictObject({
  courtSlug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100),
  caseId: z.uuid(),
  fileId: z.uuid(),
})

/** A file of a case, for those who may read its material by the rights of the code; for all others there is none. */
export async function findCaseFile(
  ctx: UseCaseContext,
  { courtSlug, caseId, fileId }: z.infer<typeof findCaseFileInput>,
): Promise<Result<StoredFile>> {
  if (ctx.actor.kind === 'anonymous') return signInNeeded()
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    if (!open.ok) return open
    const file = await tx.materialFile.findUnique({
      where: { courtId_id: { courtId, id: fileId } },
      include: { blob: true, material: { select: { kind: true, partyId: true } } },
    })
    if (!file || file.caseId !== caseId) return notFound()
    const { state, code, acting } = open.value
    const material = { type: file.material.kind, subject: file.material.partyId ?? undefined }
    if (!mayReadMaterial(material, state, code, acting)) return notFound()
    const { storageKey, sha256, mime, sizeBytes, pages } = file.blob
    return accepted({ courtId, storageKey, sha256, mime, fileName: file.fileName, sizeBytes, pages })
  })
}
