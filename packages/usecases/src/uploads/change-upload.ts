import { z } from 'zod'
import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { accepted, invalid, notFound, type Refusal, type Result } from '../refusal.ts'
import { materialsOf, quarter, type UploadedMaterial } from './material-view.ts'
import { lockTarget, materialsFor, uploadsFor } from './upload-rows.ts'
import { reachTarget, uploadTarget, type ReachedTarget, type UploadTarget } from './upload-target.ts'

export type MaterialsNow = { materials: UploadedMaterial[] }

const file = { target: uploadTarget, fileId: z.uuid() }

export const listUploadsInput = z.strictObject({ target: uploadTarget })
export const rotateUploadInput = z.strictObject({ ...file, rotation: z.literal([0, 90, 180, 270]).optional() })
export const moveUploadInput = z.strictObject({ ...file, by: z.literal([-1, 1]) })
export const removeUploadInput = z.strictObject(file)
export const describeMaterialInput = z.strictObject({
  target: uploadTarget,
  materialId: z.uuid(),
  title: z.string().max(200).optional(),
  type: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/)
    .optional(),
})

export async function listUploads(
  ctx: UseCaseContext,
  { target }: z.infer<typeof listUploadsInput>,
): Promise<Result<MaterialsNow>> {
  const reached = await reachTarget(ctx, target)
  if (!reached.ok) return reached
  return ctx.db.withCourt(reached, async (tx) => accepted({ materials: await materialsFor(tx, reached) }))
}

/** Without `rotation` a quarter to the right. */
export function rotateUpload(
  ctx: UseCaseContext,
  { target, fileId, rotation }: z.infer<typeof rotateUploadInput>,
): Promise<Result<MaterialsNow>> {
  return change(ctx, target, async (tx, uploads) => {
    const upload = uploads.find(({ id }) => id === fileId)
    if (!upload) return notFound()
    const turned = rotation ?? quarter(upload.rotation + 90)
    await tx.upload.update({ where: { id: fileId }, data: { rotation: turned, updatedAt: ctx.now() } })
    return null
  })
}

/** One place up or down among the pages of its material; at the end nothing moves. */
export function moveUpload(
  ctx: UseCaseContext,
  { target, fileId, by }: z.infer<typeof moveUploadInput>,
): Promise<Result<MaterialsNow>> {
  return change(ctx, target, async (tx, uploads) => {
    const upload = uploads.find(({ id }) => id === fileId)
    if (!upload) return notFound()
    const pages = uploads.filter(({ slot }) => slot === upload.slot)
    const other = pages[pages.indexOf(upload) + by]
    if (!other) return null
    await tx.upload.update({ where: { id: upload.id }, data: { position: other.position, updatedAt: ctx.now() } })
    await tx.upload.update({ where: { id: other.id }, data: { position: upload.position, updatedAt: ctx.now() } })
    return null
  })
}

/** Names a material, or says that it is of another kind. */
export function describeMaterial(
  ctx: UseCaseContext,
  { target, materialId, title, type }: z.infer<typeof describeMaterialInput>,
): Promise<Result<MaterialsNow>> {
  const clean = title?.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (clean === '')
    return Promise.resolve(invalid({ title: { zh: '请填写材料名称。', en: 'Write a name for the material.' } }))
  return change(ctx, target, async (tx, uploads) => {
    const ids = uploads.flatMap(({ id, slot }) => (slot === materialId ? [id] : []))
    if (ids.length === 0) return notFound()
    const data = { ...(clean !== undefined && { title: clean }), ...(type !== undefined && { kind: type }) }
    await tx.upload.updateMany({ where: { id: { in: ids } }, data: { ...data, updatedAt: ctx.now() } })
    return null
  })
}

/** Takes a file out. The bytes go with the next sweep, unless something else names them. Removing what is gone is no fault. */
export function removeUpload(
  ctx: UseCaseContext,
  { target, fileId }: z.infer<typeof removeUploadInput>,
): Promise<Result<MaterialsNow>> {
  return change(ctx, target, async (tx, uploads) => {
    if (!uploads.some(({ id }) => id === fileId)) return null
    await tx.upload.update({ where: { id: fileId }, data: { status: 'removed', updatedAt: ctx.now() } })
    return null
  })
}

async function change(
  ctx: UseCaseContext,
  target: UploadTarget,
  act: (tx: Tx, uploads: Upload[], reached: ReachedTarget) => Promise<Refusal | null>,
): Promise<Result<MaterialsNow>> {
  const reached = await reachTarget(ctx, target)
  if (!reached.ok) return reached
  return ctx.db.withCourt(reached, async (tx) => {
    await lockTarget(tx, reached)
    const refusal = await act(tx, await uploadsFor(tx, reached), reached)
    return refusal ?? accepted({ materials: materialsOf(await uploadsFor(tx, reached)) })
  })
}
