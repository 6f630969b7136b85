import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { UseCaseContext } from '../context.ts'
import { materialsOf } from './material-view.ts'
import { lockBlob } from './upload-rows.ts'

export type Taking = {
  courtId: string
  caseId: string
  code: ResolvedCode
  uploads: readonly Upload[]
  /** The party that hands the material in; null for the court's own. */
  partyId: string | null
  /** The entry that brings it into the file. */
  entrySeq: number
}

/**
 * Makes uploads part of the case file: a material for each slot, under the id that the docket names, with its files in order. The rows of
 * the uploads end with `taken`. Materials of a kind that belongs to the internal volume go there.
 */
export async function takeUploads(tx: Tx, ctx: UseCaseContext, taking: Taking): Promise<void> {
  const { courtId, caseId, code, uploads, partyId, entrySeq } = taking
  if (uploads.length === 0) return
  const { actor } = ctx
  const byId = new Map(uploads.map((upload) => [upload.id, upload]))
  for (const key of uploads.flatMap(({ storageKey }) => storageKey ?? []).sort()) await lockBlob(tx, courtId, key)
  await tx.blob.createMany({ data: uploads.flatMap((upload) => blobOf(courtId, upload)), skipDuplicates: true })
  const last = await tx.material.aggregate({ where: { courtId, caseId }, _max: { position: true } })
  const materials = materialsOf(uploads)
  const volumeOf = (type: string) => code.materials[type]?.volume ?? 'main'
  await tx.material.createMany({
    data: materials.map(({ id, type, title, files }, index) => ({
      courtId,
      id,
      caseId,
      volume: volumeOf(type),
      kind: type,
      title,
      partyId,
      submittedByPersonId: actor.kind === 'person' ? actor.personId : null,
      submittedByStaffId: actor.kind === 'staff' ? actor.staffId : null,
      entrySeq,
      pages: files.reduce((sum, { pages }) => sum + (pages ?? 1), 0),
      position: (last._max.position ?? 0) + index + 1,
      submittedAt: ctx.now(),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })),
  })
  await tx.materialFile.createMany({
    data: materials.flatMap(({ id: materialId, type, files }) =>
      files.map(({ id, fileName, rotation }, index) => ({
        courtId,
        id,
        caseId,
        materialId,
        volume: volumeOf(type),
        blobSha256: byId.get(id)?.sha256 ?? '',
        fileName,
        position: index + 1,
        rotation,
      })),
    ),
  })
  await tx.upload.updateMany({
    where: { id: { in: [...byId.keys()] } },
    data: { status: 'taken', updatedAt: ctx.now() },
  })
}

function blobOf(courtId: string, upload: Upload) {
  const { sha256, sm3, mime, storageKey, sizeBytes, pages, thumbnailKey } = upload
  if (!sha256 || !sm3 || !mime || !storageKey) throw new Error(`the upload ${upload.id} was never stored`)
  return [{ courtId, sha256, sm3, mime, storageKey, sizeBytes, pages, thumbnailKey }]
}
