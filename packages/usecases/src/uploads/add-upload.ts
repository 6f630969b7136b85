import { z } from 'zod'
import type { Tx } from '@court/db/database'
import type { Words } from '@court/procedure/code/schema/words'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { loadCode } from '../codes/load-code.ts'
import type { AcceptedFile } from '../ports/files.ts'
import type { FinishedUpload } from '../ports/uploads.ts'
import { accepted, notFound, type Refusal, type Result } from '../refusal.ts'
import { uploadOwnerOf } from '../upload-owner.ts'
import type { UploadedMaterial } from './material-view.ts'
import { fileLimits, uploadLimits, type UploadLimits } from './upload-limits.ts'
import { infected, notArrived, notScanned, tooMany } from './upload-refusals.ts'
import { lockBlob, lockTarget, materialsFor, uploadsFor } from './upload-rows.ts'
import { reachTarget, uploadTarget, type ReachedTarget } from './upload-target.ts'

export const addUploadInput = z.strictObject({
  target: uploadTarget,
  /** The last part of the address that the upload area gave. */
  uploadId: z.string().regex(/^[0-9a-f]{24}-[0-9a-f]{32}$/),
  fileName: z.string().max(300),
  /** Kind of material in the court's code: complaint, evidence … */
  type: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  /** The material this is a further page of; null begins a new one. */
  materialId: z.uuid().nullable(),
})
export type AddUploadInput = z.infer<typeof addUploadInput>

export type UploadAdded = { materials: UploadedMaterial[]; materialId: string }

/**
 * Takes a file that arrived whole into a draft or for a case: looked at by content, freed of EXIF, stored for the court. What is refused is
 * refused with the reason and leaves everything else as it was. The same upload taken twice is one file.
 */
export async function addUpload(ctx: UseCaseContext, input: AddUploadInput): Promise<Result<UploadAdded>> {
  const reached = await reachTarget(ctx, input.target)
  if (!reached.ok) return reached
  const id = idOf(input.uploadId)
  const place = await inCourtOf(ctx, reached, (tx) => findPlace(tx, ctx, { reached, id, input }))
  if (!place.ok || 'materials' in place.value) return place as Result<UploadAdded>
  const { limits, title } = place.value
  const arrived = await ctx.ports.uploads.take({ uploadId: input.uploadId, ownerId: uploadOwnerOf(ctx.actor) ?? '' })
  const stored = arrived && (await storeFile(ctx, reached.courtId, arrived, limits).catch(goneMeanwhile))
  // The same upload, taken by another tap in the meantime, is in its place now.
  if (!stored) return inCourtOf(ctx, reached, (tx) => alreadyTaken(tx, reached, id))
  if (!stored.ok) {
    // Another file is needed, unless it is we who could not look at this one.
    if (stored.kind !== 'unavailable') await ctx.ports.uploads.remove(input.uploadId)
    return stored
  }
  const answer = await inCourtOf(ctx, reached, (tx) =>
    writeUpload(tx, ctx, { reached, id, input, limits, title, file: stored.value.file, keys: stored.value }),
  )
  if (answer.ok) {
    await keepBlob(ctx, reached.courtId, stored.value)
    await ctx.ports.uploads.remove(input.uploadId)
  }
  return answer
}

type Place = { limits: UploadLimits; title: Words }
type Asked = { reached: ReachedTarget; id: string; input: AddUploadInput }

async function alreadyTaken(tx: Tx, reached: ReachedTarget, id: string): Promise<Result<UploadAdded>> {
  const row = await tx.upload.findUnique({ where: { id }, select: { slot: true, status: true } })
  if (row?.status !== 'ready') return notArrived()
  return accepted({ materials: await materialsFor(tx, reached), materialId: row.slot })
}

async function findPlace(
  tx: Tx,
  ctx: UseCaseContext,
  { reached, id, input }: Asked,
): Promise<Result<Place | UploadAdded>> {
  const already = await alreadyTaken(tx, reached, id)
  if (already.ok) return already
  const court = await courtBrief(tx, ctx, { id: reached.courtId })
  const code = court && (await loadCode(tx, ctx, { courtId: court.courtId, on: court.today }))
  const kind = code?.materials[input.type]
  if (!code || !kind || (reached.actor.kind === 'person' && kind.volume === 'internal')) return notFound()
  const limits = uploadLimits(code)
  const uploads = await uploadsFor(tx, reached)
  if (uploads.length >= limits.filesMax) return tooMany(limits)
  return accepted({ limits, title: kind.title })
}

type Stored = { file: AcceptedFile; key: string; thumbnailKey: string | null }

async function storeFile(
  ctx: UseCaseContext,
  courtId: string,
  arrived: FinishedUpload,
  limits: UploadLimits,
): Promise<{ ok: true; value: Stored } | Refusal> {
  const file = await ctx.ports.inspectFile({ path: arrived.path, limits: fileLimits(limits) })
  if (!file.ok) return file
  const scan = await ctx.ports.scanner.scan({ body: file.body })
  if (scan.verdict === 'infected') return infected()
  if (scan.verdict === 'unavailable') return notScanned()
  const sizeBytesMax = Math.max(file.stored.sizeBytes, limits.fileBytesMax)
  const { sha256, sm3 } = file.stored
  const put = await ctx.ports.storage.put({ courtId, body: file.body, sizeBytesMax, expected: { sha256, sm3 } })
  if (!put.ok) return put
  const small = file.thumbnail && (await ctx.ports.storage.put({ courtId, body: file.thumbnail, sizeBytesMax }))
  return { ok: true, value: { file, key: put.blob.key, thumbnailKey: small?.ok ? small.blob.key : null } }
}

type Writing = Asked & { limits: UploadLimits; title: Words; file: AcceptedFile; keys: Stored }

async function writeUpload(tx: Tx, ctx: UseCaseContext, writing: Writing): Promise<Result<UploadAdded>> {
  const { reached, id, input, limits, title, file, keys } = writing
  await lockTarget(tx, reached)
  for (const key of [keys.key, keys.thumbnailKey]) if (key !== null) await lockBlob(tx, reached.courtId, key)
  const already = await alreadyTaken(tx, reached, id)
  if (already.ok) return already
  const uploads = await uploadsFor(tx, reached)
  if (uploads.length >= limits.filesMax) return tooMany(limits)
  const siblings = uploads.filter(({ slot }) => slot === input.materialId)
  const first = siblings[0]
  const slot = first?.slot ?? ctx.newId()
  const materialTitle =
    first?.title ?? titleAmong(title.zh, uploads.filter(({ kind }) => kind === input.type).length, uploads)
  await tx.upload.createMany({
    data: [
      {
        id,
        ...reached.owner,
        courtId: reached.courtId,
        ...(input.target.kind === 'draft' ? { draftId: input.target.draftId } : { caseId: input.target.caseId }),
        slot,
        kind: first?.kind ?? input.type,
        title: materialTitle,
        fileName: cleanName(input.fileName, file.extension),
        mime: file.mediaType,
        sizeBytes: file.stored.sizeBytes,
        sha256: file.stored.sha256,
        sm3: file.stored.sm3,
        pages: file.pageCount,
        storageKey: keys.key,
        thumbnailKey: keys.thumbnailKey,
        position: (uploads.at(-1)?.position ?? 0) + 1,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      },
    ],
    skipDuplicates: true,
  })
  return accepted({ materials: await materialsFor(tx, reached), materialId: slot })
}

function goneMeanwhile(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

/** Between storing and naming it a sweep may have taken the file for one that nobody wants. */
async function keepBlob(ctx: UseCaseContext, courtId: string, { file, key, thumbnailKey }: Stored): Promise<void> {
  const bodies: [string | null, Uint8Array | null][] = [
    [key, file.body],
    [thumbnailKey, file.thumbnail],
  ]
  for (const [name, body] of bodies) {
    if (name === null || body === null) continue
    const found = await ctx.ports.storage.open({ courtId, key: name })
    if (found) await found.body.cancel()
    else await ctx.ports.storage.put({ courtId, body, sizeBytesMax: body.byteLength })
  }
}

/** 证据材料, 证据材料（二）: kinds that may come several times are told apart. */
function titleAmong(title: string, count: number, uploads: readonly { title: string }[]): string {
  if (count === 0) return title
  for (let number = 2; ; number += 1) {
    const candidate = `${title}（${number}）`
    if (!uploads.some((one) => one.title === candidate)) return candidate
  }
}

/** A name to show: no path, no control characters, and the ending that the content has. */
export function cleanName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const stem = [...plain.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^[.\s]+/, '')].slice(0, 120).join('')
  return `${stem === '' ? '材料' : stem}.${extension}`
}

/** The random half of the upload's id, as a UUID of version 4: the row and the upload are one, however often it is asked for. */
function idOf(uploadId: string): string {
  const random = uploadId.slice(25)
  const variant = '89ab'[parseInt(random.slice(16, 17), 16) % 4] ?? '8'
  const hex = `${random.slice(0, 12)}4${random.slice(13, 16)}${variant}${random.slice(17)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const inCourtOf = <T>(ctx: UseCaseContext, { courtId, actor }: ReachedTarget, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withCourt({ courtId, actor }, fn)
