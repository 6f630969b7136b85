import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { materialsOf } from '../uploads/material-view.ts'

/**
 * Uploads as the materials of a form, with hash and pages of what was stored: what the engine checks and the docket keeps. The hash
 * of a material of several files is that of the list of their hashes.
 */
export function materialValues(uploads: readonly Upload[]): JsonObject[] {
  return materialsOf(uploads).map(({ id, type, title, files }) => {
    const hashes = files.map(({ sha256 }) => sha256)
    return {
      id,
      type,
      title,
      sha256: hashes.length === 1 ? (hashes[0] ?? '') : canonicalHash(hashes),
      pages: files.reduce((sum, { pages }) => sum + (pages ?? 1), 0),
      files: files.map((file) => ({
        uploadId: file.id,
        fileName: file.fileName,
        rotation: file.rotation,
        sha256: file.sha256,
        ...(file.pages === null ? {} : { pages: file.pages }),
      })),
    }
  })
}

type Taking = {
  courtId: string
  caseId: string
  code: ResolvedCode
  partyId: string | null
  /** First entry of the decision that took them in. */
  entrySeq: number
  uploads: readonly Upload[]
}

/** Makes uploads part of the case file: blob, material and files in their order; the rows of the uploads go. Returns the ids of the materials. */
export async function takeMaterials(tx: Tx, ctx: UseCaseContext, taking: Taking): Promise<string[]> {
  const { courtId, caseId, code, partyId, entrySeq, uploads } = taking
  if (uploads.length === 0) return []
  await tx.blob.createMany({ data: uploads.map((upload) => blobOf(upload, courtId, ctx.now())), skipDuplicates: true })
  const before = await tx.material.count({ where: { courtId, caseId } })
  const materials = materialsOf(uploads)
  const by = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const byStaff = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  await tx.material.createMany({
    data: materials.map(({ id, type, title, files }, index) => ({
      courtId,
      id,
      caseId,
      volume: code.materials[type]?.volume ?? 'main',
      kind: type,
      title,
      partyId,
      submittedByPersonId: by,
      submittedByStaffId: byStaff,
      entrySeq,
      // What the court itself puts into the file needs no review.
      reviewStatus: byStaff ? 'passed' : 'pending',
      pages: files.reduce((sum, { pages }) => sum + (pages ?? 1), 0),
      position: before + index,
      submittedAt: ctx.now(),
    })),
  })
  await tx.materialFile.createMany({
    data: materials.flatMap(({ id: materialId, type, files }) =>
      files.map((file, position) => ({
        courtId,
        id: ctx.newId(),
        caseId,
        materialId,
        volume: code.materials[type]?.volume ?? 'main',
        blobSha256: file.sha256,
        fileName: file.fileName,
        position,
        rotation: file.rotation,
      })),
    ),
  })
  await tx.upload.deleteMany({ where: { id: { in: uploads.map(({ id }) => id) } } })
  return materials.map(({ id }) => id)
}

function blobOf(upload: Upload, courtId: string, createdAt: Date) {
  const { sha256, sm3, mime, storageKey } = upload
  if (!sha256 || !sm3 || !mime || !storageKey) throw new Error(`the upload ${upload.id} is ready and has no file`)
  const { sizeBytes, pages, thumbnailKey } = upload
  return { courtId, sha256, sm3, sizeBytes, mime, pages, storageKey, thumbnailKey, createdAt }
}
